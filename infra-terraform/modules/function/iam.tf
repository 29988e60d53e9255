data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  name                 = var.name
  description          = "What ${var.name} may do."
  assume_role_policy   = data.aws_iam_policy_document.assume.json
  permissions_boundary = var.permissions_boundary_arn
  tags                 = var.tags
}

resource "aws_iam_role_policy" "this" {
  for_each = var.policies

  name   = each.key
  role   = aws_iam_role.this.name
  policy = each.value
}

data "aws_iam_policy_document" "log" {
  #checkov:skip=CKV_AWS_111:X-Ray knows no resources; all else names its own
  #checkov:skip=CKV_AWS_356:X-Ray knows no resources; all else names its own
  statement {
    sid       = "WriteItsOwnLog"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.this.arn}:*"]
  }

  dynamic "statement" {
    for_each = var.tracing ? ["traces"] : []
    content {
      sid     = "SendTraces"
      actions = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
      # X-Ray knows no resources for these.
      resources = ["*"]
    }
  }
}

resource "aws_iam_role_policy" "log" {
  name   = "log"
  role   = aws_iam_role.this.name
  policy = data.aws_iam_policy_document.log.json
}

data "aws_iam_policy_document" "failures" {
  count = var.failure_queue == null ? 0 : 1

  statement {
    sid       = "TellOfFailures"
    actions   = ["sqs:SendMessage"]
    resources = [var.failure_queue.arn]
  }
}

resource "aws_iam_role_policy" "failures" {
  count = var.failure_queue == null ? 0 : 1

  name   = "failures"
  role   = aws_iam_role.this.name
  policy = data.aws_iam_policy_document.failures[0].json
}
