# The most that a role of a stack may do, whatever its own policies say. It is narrower than the role that makes them: it makes no
# resources, and no roles.
resource "aws_iam_policy" "boundary" {
  name        = "${var.name}-workload-boundary"
  description = "The most that tasks, functions and services of ${var.name} may do."
  policy      = data.aws_iam_policy_document.boundary.json
}

data "aws_iam_policy_document" "boundary" {
  statement {
    sid = "Logs"
    actions = [
      "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents", "logs:GetLogGroupFields",
      "logs:PutLogEvents", "logs:StartQuery"
    ]
    resources = flatten([for group in local.log_groups : ["${local.arn.logs}:${group}", "${local.arn.logs}:${group}:*"]])
  }

  # RDS names the group of its enhanced monitoring itself.
  statement {
    sid       = "DatabaseMonitoring"
    actions   = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:GetLogEvents", "logs:PutLogEvents", "logs:PutRetentionPolicy"]
    resources = ["${local.arn.logs}:RDS*", "${local.arn.logs}:RDS*:log-stream:*"]
  }

  # AWS knows no resources for these.
  statement {
    sid = "Look"
    actions = [
      "cloudwatch:DescribeAlarmHistory", "cloudwatch:DescribeAlarms", "cloudwatch:DescribeAlarmsForMetric", "cloudwatch:GetMetricData",
      "cloudwatch:GetMetricStatistics", "cloudwatch:ListMetrics", "ec2:DescribeRegions", "ecr:GetAuthorizationToken", "logs:DescribeLogGroups",
      "logs:GetQueryResults", "logs:StopQuery", "tag:GetResources", "xray:PutTelemetryRecords", "xray:PutTraceSegments"
    ]
    resources = ["*"]
  }

  statement {
    sid = "Tables"
    actions = [
      "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:DescribeTable",
      "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"
    ]
    resources = ["${local.arn.regional.dynamodb}:table/${var.name}-*"]
  }

  statement {
    sid       = "Objects"
    actions   = ["s3:DeleteObject", "s3:GetObject", "s3:ListBucket", "s3:PutObject"]
    resources = ["arn:${local.partition}:s3:::${var.name}-*"]
  }

  statement {
    sid       = "NotTheStates"
    effect    = "Deny"
    actions   = ["s3:DeleteObject", "s3:GetObject", "s3:ListBucket", "s3:PutObject"]
    resources = [module.state.arn, "${module.state.arn}/*"]
  }

  statement {
    sid       = "Secrets"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = local.secrets
  }

  statement {
    sid       = "Keys"
    actions   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"]
    resources = ["${local.arn.regional.kms}:key/*"]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = local.key_services
    }
  }

  statement {
    sid       = "Images"
    actions   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    resources = ["${local.arn.regional.ecr}:repository/${var.name}/*"]
  }

  statement {
    sid       = "Files"
    actions   = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientRootAccess", "elasticfilesystem:ClientWrite"]
    resources = ["${local.arn.regional.elasticfilesystem}:file-system/*"]
  }

  statement {
    sid     = "CallsAndMessages"
    actions = ["lambda:InvokeFunction", "sns:Publish", "sqs:SendMessage"]
    resources = [
      "${local.arn.regional.lambda}:function:${var.name}-*", "${local.arn.regional.sns}:${var.name}-*", "${local.arn.regional.sqs}:${var.name}-*"
    ]
  }

  # When the password of the database was changed, the tasks are replaced.
  statement {
    sid     = "ReplaceTasks"
    actions = ["ecs:UpdateService", "ssm:StartAutomationExecution"]
    resources = [
      "${local.arn.regional.ecs}:service/${var.name}-*", "${local.arn.regional.ssm}:automation-definition/${var.name}-*",
      "${local.arn.regional.ssm}:automation-execution/*", "${local.arn.regional.ssm}:document/${var.name}-*"
    ]
  }

  statement {
    sid       = "HandOnToAutomation"
    actions   = ["iam:PassRole"]
    resources = ["arn:${local.partition}:iam::${local.account}:role/${var.name}-*"]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["ssm.amazonaws.com"]
    }
  }

  # Those are the ones that make roles.
  statement {
    sid       = "NotBootstrapsRoles"
    effect    = "Deny"
    actions   = ["iam:PassRole"]
    resources = local.own_roles
  }
}
