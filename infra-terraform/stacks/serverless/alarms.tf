locals {
  api_metrics = { ApiName = module.api.name, Stage = module.api.stage_name }

  function_alarms = merge([
    for name, function in module.functions : {
      "${name}-errors" = {
        description = "${name} fails: look into its log. The scheduled call fails while DynamoDB is away."
        namespace   = "AWS/Lambda"
        metric      = "Errors"
        dimensions  = { FunctionName = function.name, Resource = "${function.name}:${function.alias}" }
        statistic   = "Sum"
        above       = 4
        period      = 300
        periods     = 1
      }
      "${name}-throttles" = {
        description = "${name} is not let run: the account's or its own concurrency is used up."
        namespace   = "AWS/Lambda"
        metric      = "Throttles"
        dimensions  = { FunctionName = function.name, Resource = "${function.name}:${function.alias}" }
        statistic   = "Sum"
        above       = 0
        periods     = 2
      }
      "${name}-faults" = {
        description = "${name} met a fault of its own and answered 503: its log says \"a call failed\" and how."
        namespace   = local.log_metrics
        metric      = aws_cloudwatch_log_metric_filter.faults[name].metric_transformation[0].name
        dimensions  = {}
        statistic   = "Sum"
        above       = 0
        period      = 300
        periods     = 1
      }
    }
  ]...)

  table_alarms = merge([
    for name in values(module.tables.names) : {
      for metric in ["ReadThrottleEvents", "WriteThrottleEvents"] : "${name}-${metric}" => {
        description = "DynamoDB throttles ${name}: a run is busier than its partition takes, or the table's own limit is reached."
        namespace   = "AWS/DynamoDB"
        metric      = metric
        dimensions  = { TableName = name }
        statistic   = "Sum"
        above       = 10
        periods     = 3
      }
    }
  ]...)
}

module "alarms" {
  source = "../../modules/alarms"

  name        = local.name
  emails      = var.alarm_emails
  enabled     = !var.parked
  kms_key_arn = module.key.arn

  alarms = merge(local.function_alarms, local.table_alarms, {
    api-5xx = {
      description = "More than 1 % of the calls are answered 503."
      namespace   = "AWS/ApiGateway"
      metric      = "5XXError"
      dimensions  = local.api_metrics
      statistic   = "Average"
      above       = 0.01
      periods     = 5
    }
    api-latency = {
      description = "One call in a hundred takes longer than 3 s."
      namespace   = "AWS/ApiGateway"
      metric      = "Latency"
      dimensions  = local.api_metrics
      statistic   = "p99"
      above       = 3000
      periods     = 5
    }
    api-throttled = {
      description = "The gateway lets calls not through (429): raise `throttling`, or find who calls so often in the access log."
      namespace   = local.log_metrics
      metric      = aws_cloudwatch_log_metric_filter.throttled.metric_transformation[0].name
      dimensions  = {}
      statistic   = "Sum"
      above       = 0
      periods     = 2
    }
    expiry-failures = {
      description = "The scheduled call failed: the queue ${local.name}-failures says when and why."
      namespace   = "AWS/SQS"
      metric      = "ApproximateNumberOfMessagesVisible"
      dimensions  = { QueueName = aws_sqs_queue.failures.name }
      statistic   = "Maximum"
      above       = 0
      periods     = 5
    }
  })
}
