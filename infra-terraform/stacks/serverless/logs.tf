locals {
  # Beside the functions' own metrics, which they write themselves; by stack, for these have no dimensions.
  log_metrics = "Sentori/${local.name}"
}

# The contract knows no 500: a fault inside is answered 503, as a store that is away. This line tells them apart.
resource "aws_cloudwatch_log_metric_filter" "faults" {
  for_each = module.functions

  name           = "faults"
  log_group_name = each.value.log_group_name
  pattern        = "\"a call failed\""

  metric_transformation {
    namespace = local.log_metrics
    name      = "${each.key}-faults"
    value     = "1"
    unit      = "Count"
  }
}

resource "aws_cloudwatch_log_metric_filter" "throttled" {
  name           = "throttled"
  log_group_name = module.api.access_log_name
  pattern        = "{ $.status = \"429\" }"

  metric_transformation {
    namespace = local.log_metrics
    name      = "throttled"
    value     = "1"
    unit      = "Count"
  }
}
