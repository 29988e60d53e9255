resource "aws_efs_file_system" "this" {
  creation_token  = local.prefix
  encrypted       = true
  kms_key_id      = var.kms_key_arn
  throughput_mode = "elastic"
  tags            = merge(var.tags, { Name = local.prefix })
}

resource "aws_efs_backup_policy" "this" {
  file_system_id = aws_efs_file_system.this.id

  backup_policy {
    status = "ENABLED"
  }
}

resource "aws_efs_mount_target" "this" {
  count = length(var.network.subnet_ids)

  file_system_id  = aws_efs_file_system.this.id
  subnet_id       = var.network.subnet_ids[count.index]
  security_groups = [aws_security_group.storage.id]
}

resource "aws_efs_access_point" "this" {
  file_system_id = aws_efs_file_system.this.id
  tags           = merge(var.tags, { Name = local.prefix })

  posix_user {
    uid = local.user
    gid = local.user
  }

  root_directory {
    path = "/prometheus"

    creation_info {
      owner_uid   = local.user
      owner_gid   = local.user
      permissions = "0750"
    }
  }
}

resource "aws_security_group" "storage" {
  #checkov:skip=CKV2_AWS_5:It is the group of the mount targets above
  name        = "${local.prefix}-storage"
  description = "Storage of ${local.prefix}"
  vpc_id      = var.network.vpc_id
  tags        = merge(var.tags, { Name = "${local.prefix}-storage" })
}

resource "aws_efs_file_system_policy" "this" {
  file_system_id = aws_efs_file_system.this.id
  policy         = data.aws_iam_policy_document.storage.json
}

data "aws_iam_policy_document" "storage" {
  statement {
    sid       = "Prometheus"
    actions   = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]
    resources = [aws_efs_file_system.this.arn]

    principals {
      type        = "AWS"
      identifiers = [module.service.task_role_arn]
    }

    condition {
      test     = "StringEquals"
      variable = "elasticfilesystem:AccessPointArn"
      values   = [aws_efs_access_point.this.arn]
    }
  }

  statement {
    sid       = "TlsOnly"
    effect    = "Deny"
    actions   = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientRootAccess", "elasticfilesystem:ClientWrite"]
    resources = [aws_efs_file_system.this.arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}
