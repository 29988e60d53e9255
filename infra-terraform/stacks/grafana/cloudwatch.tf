data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

locals {
  arn = "arn:${data.aws_partition.current.partition}"
}

# What the datasource asks, and no more: it reads. The task's role is all that it has; there are no keys.
data "aws_iam_policy_document" "cloudwatch" {
  #checkov:skip=CKV_AWS_356:CloudWatch gives metrics and the answers of queries by no resource; what takes one names it

  statement {
    sid       = "Metrics"
    actions   = ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics"]
    resources = ["*"]
  }

  statement {
    sid       = "Alarms"
    actions   = ["cloudwatch:DescribeAlarmHistory", "cloudwatch:DescribeAlarms", "cloudwatch:DescribeAlarmsForMetric"]
    resources = ["${local.arn}:cloudwatch:${var.region}:${data.aws_caller_identity.current.account_id}:alarm:*"]
  }

  dynamic "statement" {
    for_each = length(var.log_group_names) > 0 ? [var.log_group_names] : []

    content {
      sid       = "Logs"
      actions   = ["logs:GetLogEvents", "logs:GetLogGroupFields", "logs:StartQuery"]
      resources = flatten([for name in statement.value : ["${local.arn}:logs:${var.region}:${data.aws_caller_identity.current.account_id}:log-group:${name}", "${local.arn}:logs:${var.region}:${data.aws_caller_identity.current.account_id}:log-group:${name}:*"]])
    }
  }

  # They take the id of a query, which only who may start one knows.
  dynamic "statement" {
    for_each = length(var.log_group_names) > 0 ? [1] : []

    content {
      sid       = "Queries"
      actions   = ["logs:DescribeLogGroups", "logs:GetQueryResults", "logs:StopQuery"]
      resources = ["*"]
    }
  }
}
