# The role that applies the other stacks.
data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = var.principals
    }

    dynamic "condition" {
      for_each = var.require_mfa ? ["true"] : []
      content {
        test     = "Bool"
        variable = "aws:MultiFactorAuthPresent"
        values   = [condition.value]
      }
    }
  }
}

resource "aws_iam_role" "terraform" {
  name                 = "${var.name}-terraform"
  description          = "Plans and applies the stacks of ${var.name}."
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  max_session_duration = 7200
}

resource "aws_iam_policy" "terraform" {
  for_each = local.policies

  name        = "${var.name}-terraform-${each.key}"
  description = "What the stacks of ${var.name} need: ${each.key}."
  policy      = data.aws_iam_policy_document.terraform[each.key].json
}

resource "aws_iam_role_policy_attachment" "terraform" {
  for_each = merge(aws_iam_policy.terraform, { guards = aws_iam_policy.guards })

  role       = aws_iam_role.terraform.name
  policy_arn = each.value.arn
}

resource "aws_iam_policy" "guards" {
  name        = "${var.name}-terraform-guards"
  description = "What the role that applies the stacks of ${var.name} must never do."
  policy      = data.aws_iam_policy_document.guards.json
}

locals {
  policies = toset([for area in values(local.rights) : area.policy])
}

data "aws_iam_policy_document" "terraform" {
  for_each = local.policies

  dynamic "statement" {
    for_each = { for name, area in local.rights : name => area if area.policy == each.key }
    content {
      sid       = statement.key
      actions   = sort(distinct(flatten(values(statement.value.types))))
      resources = statement.value.resources

      dynamic "condition" {
        for_each = try(statement.value.conditions, [])
        content {
          test     = condition.value.test
          variable = condition.value.variable
          values   = condition.value.values
        }
      }
    }
  }
}

# Whatever the other policies come to say: the role's own limits are not the role's to change.
data "aws_iam_policy_document" "guards" {
  dynamic "statement" {
    for_each = local.guards
    content {
      sid       = statement.key
      effect    = "Deny"
      actions   = statement.value.actions
      resources = statement.value.resources

      dynamic "condition" {
        for_each = try(statement.value.conditions, [])
        content {
          test     = condition.value.test
          variable = condition.value.variable
          values   = condition.value.values
        }
      }
    }
  }
}

locals {
  boundary_arn = "arn:${local.partition}:iam::${local.account}:policy/${var.name}-workload-boundary"
  own_roles    = ["arn:${local.partition}:iam::${local.account}:role/${var.name}-terraform", "arn:${local.partition}:iam::${local.account}:role/${var.name}-api-gateway-logs"]

  guards = {
    NoRoleBeyondTheBoundary = {
      actions    = ["iam:CreateRole", "iam:PutRolePermissionsBoundary"]
      resources  = ["arn:${local.partition}:iam::${local.account}:role/*"]
      conditions = [{ test = "StringNotEquals", variable = "iam:PermissionsBoundary", values = [local.boundary_arn] }]
    }
    NoRoleWithoutItsBoundary = {
      actions   = ["iam:DeleteRolePermissionsBoundary"]
      resources = ["arn:${local.partition}:iam::${local.account}:role/*"]
    }
    NotItsOwnRights = {
      actions = [
        "iam:AttachRolePolicy", "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole"
      ]
      resources = local.own_roles
    }
    NotThePolicies = {
      actions   = ["iam:CreatePolicy", "iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:SetDefaultPolicyVersion"]
      resources = ["arn:${local.partition}:iam::${local.account}:policy/*"]
    }
    NotTheStates = {
      actions = [
        "s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:DeleteObjectVersion", "s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock",
        "s3:PutBucketVersioning", "s3:PutEncryptionConfiguration", "s3:PutLifecycleConfiguration"
      ]
      resources = [module.state.arn, "${module.state.arn}/*"]
    }
    NotTheZone = {
      actions   = ["route53:DeleteHostedZone"]
      resources = ["arn:${local.partition}:route53:::hostedzone/${data.aws_route53_zone.this.zone_id}"]
    }
  }
}
