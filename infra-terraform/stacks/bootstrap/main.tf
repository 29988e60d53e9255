data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

data "aws_route53_zone" "this" {
  name         = var.zone_name
  private_zone = false
}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  images    = toset(["app", "grafana", "prometheus"])
}

module "key" {
  source = "../../modules/key"

  name = "${var.name}-bootstrap"
}

# Versioned, and never deleted with what is in it: each version of a state can be had back for a year, the last hundred for ever.
module "state" {
  source = "../../modules/bucket"

  name            = "${var.name}-terraform-state-${local.account}"
  kms_key_arn     = module.key.arn
  versioned       = true
  former_versions = { kept = 100, days = 365 }
}

resource "aws_ecr_repository" "this" {
  for_each = local.images

  name                 = "${var.name}/${each.key}"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = module.key.arn
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  for_each = aws_ecr_repository.this

  repository = each.value.name
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "What lost its tag, or never had one"
        selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 7 }
        action       = { type = "expire" }
      },
      {
        rulePriority = 2
        description  = "All but the newest: tasks name images by digest, so keep more than one rolls back to"
        selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = var.images_kept }
        action       = { type = "expire" }
      },
    ]
  })
}
