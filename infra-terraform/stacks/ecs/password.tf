# RDS changes the database's password every seven days. Tasks know the one of their start: what is open stays open, but a new connection
# would be refused. So a change makes ECS replace the tasks, one after the other, within minutes.

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id
  arn     = "arn:${data.aws_partition.current.partition}"

  roll_name = "${local.name}-roll-app"
}

resource "aws_cloudwatch_event_rule" "password" {
  name        = "${local.name}-password"
  description = "The password of the database of ${local.name} was changed"
  state       = var.parked ? "DISABLED" : "ENABLED"

  # RDS tells of it itself. An account with a trail hears it from Secrets Manager too; whichever comes second rolls once more, which hurts nobody.
  event_pattern = jsonencode({
    "$or" = [
      {
        source      = ["aws.rds"]
        detail-type = ["RDS DB Instance Event"]
        detail      = { EventID = ["RDS-EVENT-0016"], SourceIdentifier = [module.database.identifier] }
      },
      {
        source      = ["aws.secretsmanager"]
        detail-type = ["AWS Service Event via CloudTrail"]
        detail      = { eventName = ["RotationSucceeded"], additionalEventData = { SecretId = [module.database.secret_arn] } }
      },
    ]
  })
}

resource "aws_cloudwatch_event_target" "roll" {
  rule     = aws_cloudwatch_event_rule.password.name
  arn      = "${local.arn}:ssm:${var.region}:${local.account}:automation-definition/${aws_ssm_document.roll.name}:$DEFAULT"
  role_arn = aws_iam_role.events.arn
  input    = "{}"
}

resource "aws_ssm_document" "roll" {
  name            = local.roll_name
  document_type   = "Automation"
  document_format = "JSON"

  content = jsonencode({
    schemaVersion = "0.3"
    description   = "Has ECS replace the tasks of the app, which read their secrets anew."
    assumeRole    = aws_iam_role.roll.arn
    mainSteps = [{
      name   = "Roll"
      action = "aws:executeAwsApi"
      isEnd  = true
      inputs = {
        Service            = "ecs"
        Api                = "UpdateService"
        cluster            = module.cluster.name
        service            = "app"
        forceNewDeployment = true
      }
    }]
  })
}

resource "aws_iam_role" "roll" {
  name                 = local.roll_name
  assume_role_policy   = data.aws_iam_policy_document.trust["ssm"].json
  permissions_boundary = var.permissions_boundary_arn
}

resource "aws_iam_role_policy" "roll" {
  name   = "roll"
  role   = aws_iam_role.roll.id
  policy = data.aws_iam_policy_document.roll.json
}

data "aws_iam_policy_document" "roll" {
  statement {
    actions   = ["ecs:UpdateService"]
    resources = ["${local.arn}:ecs:${var.region}:${local.account}:service/${local.name}/app"]
  }
}

resource "aws_iam_role" "events" {
  name                 = "${local.name}-password"
  assume_role_policy   = data.aws_iam_policy_document.trust["events"].json
  permissions_boundary = var.permissions_boundary_arn
}

resource "aws_iam_role_policy" "events" {
  name   = "start"
  role   = aws_iam_role.events.id
  policy = data.aws_iam_policy_document.events.json
}

data "aws_iam_policy_document" "events" {
  statement {
    actions = ["ssm:StartAutomationExecution"]
    resources = [
      "${local.arn}:ssm:${var.region}:${local.account}:automation-definition/${local.roll_name}:*",
      "${local.arn}:ssm:${var.region}:${local.account}:automation-execution/*",
      "${local.arn}:ssm:${var.region}:${local.account}:document/${local.roll_name}",
    ]
  }

  statement {
    actions   = ["iam:PassRole"]
    resources = [aws_iam_role.roll.arn]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["ssm.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "trust" {
  for_each = toset(["ssm", "events"])

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["${each.key}.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}
