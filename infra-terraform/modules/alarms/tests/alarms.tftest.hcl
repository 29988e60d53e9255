variables {
  name        = "sentori-test-ecs"
  kms_key_arn = "arn:aws:kms:eu-west-3:123456789012:key/11111111-2222-3333-4444-555555555555"
  emails      = ["oncall@example.com"]
  alarms = {
    latency = {
      description = "Slow"
      namespace   = "AWS/ApplicationELB"
      metric      = "TargetResponseTime"
      dimensions  = { LoadBalancer = "app/sentori/0123456789abcdef" }
      statistic   = "p99"
      above       = 1
    }
    tasks = {
      description = "Too few"
      namespace   = "ECS/ContainerInsights"
      metric      = "RunningTaskCount"
      dimensions  = { ClusterName = "sentori", ServiceName = "app" }
      statistic   = "Minimum"
      below       = 2
      missing     = "breaching"
    }
  }
}

run "rings_above_and_below" {
  command = apply

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["latency"].comparison_operator == "GreaterThanThreshold" && aws_cloudwatch_metric_alarm.this["latency"].extended_statistic == "p99" && aws_cloudwatch_metric_alarm.this["latency"].statistic == null
    error_message = "A percentile must be an extended statistic, and above a greater-than."
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.this["tasks"].comparison_operator == "LessThanThreshold" && aws_cloudwatch_metric_alarm.this["tasks"].threshold == 2 && aws_cloudwatch_metric_alarm.this["tasks"].treat_missing_data == "breaching"
    error_message = "Below must be a less-than, and silence must ring where it is the fault."
  }
  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : toset(alarm.alarm_actions) == toset([aws_sns_topic.this.arn]) && toset(alarm.ok_actions) == toset([aws_sns_topic.this.arn])])
    error_message = "Each alarm must be told, and its end too."
  }
  assert {
    condition     = toset(output.names) == toset(["sentori-test-ecs-latency", "sentori-test-ecs-tasks"])
    error_message = "Alarms must carry the stack's name."
  }
}

run "tells_by_an_encrypted_topic_of_own_alarms_alone" {
  command = apply

  assert {
    condition     = aws_sns_topic.this.kms_master_key_id == var.kms_key_arn
    error_message = "The topic must be encrypted with a key that CloudWatch may use."
  }
  assert {
    condition     = one(jsondecode(aws_sns_topic_policy.this.policy).Statement).Principal.Service == "cloudwatch.amazonaws.com" && one(jsondecode(aws_sns_topic_policy.this.policy).Statement).Condition.ArnLike["aws:SourceArn"] == "arn:aws:cloudwatch:eu-west-3:123456789012:alarm:sentori-test-ecs-*"
    error_message = "Only alarms of this stack may speak."
  }
  assert {
    condition     = aws_sns_topic_subscription.email["oncall@example.com"].protocol == "email"
    error_message = "The addresses must be told by mail."
  }
}

run "is_silent_when_parked" {
  command = plan

  variables {
    enabled = false
  }

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.this) == 0
    error_message = "A parked stack must not ring for being parked."
  }
}

run "refuses_a_statistic_that_is_none" {
  command = plan

  variables {
    alarms = { none = { description = "x", namespace = "AWS/RDS", metric = "CPUUtilization", dimensions = {}, statistic = "Median", above = 1 } }
  }

  expect_failures = [var.alarms]
}

run "refuses_another_meaning_of_silence" {
  command = plan

  variables {
    alarms = { none = { description = "x", namespace = "AWS/RDS", metric = "CPUUtilization", dimensions = {}, statistic = "Average", above = 1, missing = "bad" } }
  }

  expect_failures = [var.alarms]
}

run "refuses_values_that_cannot_be" {
  command = plan

  variables {
    # An address that is none
    emails = ["oncall"]
    # An alarm without a bound
    alarms = { none = { description = "x", namespace = "AWS/RDS", metric = "CPUUtilization", dimensions = {}, statistic = "Average" } }
    # A name that is none
    name = "Sentori"
  }

  expect_failures = [var.emails, var.alarms, var.name]
}
