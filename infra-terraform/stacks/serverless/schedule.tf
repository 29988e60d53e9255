locals {
  scheduled = one([for name, function in local.functions : name if function.scheduled])
}

resource "aws_scheduler_schedule_group" "this" {
  name = local.name
}

# Lets abandoned runs expire. Nothing depends on it: whoever meets such a run does the same.
resource "aws_scheduler_schedule" "expiry" {
  #checkov:skip=CKV_AWS_297:Its event is the name of this stack
  name                = "expiry"
  description         = "Ends abandoned runs and completes what a crash left half done."
  group_name          = aws_scheduler_schedule_group.this.name
  schedule_expression = "rate(1 minute)"
  state               = var.parked ? "DISABLED" : "ENABLED"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = module.functions[local.scheduled].alias_arn
    role_arn = aws_iam_role.scheduler.arn
    # An event without a method, by which the function knows it from a request.
    input = jsonencode({ source = local.name })

    # The next minute does the work of a call that did not come through.
    retry_policy {
      maximum_retry_attempts       = 0
      maximum_event_age_in_seconds = 60
    }

    dead_letter_config {
      arn = aws_sqs_queue.failures.arn
    }
  }

  # The first call may come at once.
  depends_on = [aws_iam_role_policy.scheduler]
}

data "aws_iam_policy_document" "scheduler_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }

    # A group: AWS says not to name a schedule here.
    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_scheduler_schedule_group.this.arn]
    }
  }
}

resource "aws_iam_role" "scheduler" {
  name                 = "${local.name}-scheduler"
  description          = "Calls ${local.name}-${local.scheduled} every minute."
  assume_role_policy   = data.aws_iam_policy_document.scheduler_trust.json
  permissions_boundary = var.permissions_boundary_arn
}

data "aws_iam_policy_document" "scheduler" {
  statement {
    sid       = "CallTheAlias"
    actions   = ["lambda:InvokeFunction"]
    resources = [module.functions[local.scheduled].alias_arn]
  }

  statement {
    sid       = "TellOfFailures"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.failures.arn]
  }
}

resource "aws_iam_role_policy" "scheduler" {
  name   = "schedule"
  role   = aws_iam_role.scheduler.name
  policy = data.aws_iam_policy_document.scheduler.json
}
