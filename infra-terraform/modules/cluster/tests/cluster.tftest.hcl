variables {
  name        = "sentori-test-ecs"
  kms_key_arn = "arn:aws:kms:eu-west-3:123456789012:key/11111111-2222-3333-4444-555555555555"
  namespace   = { name = "sentori.internal", vpc_id = "vpc-0123456789abcdef0" }
}

run "is_a_fargate_cluster_that_is_watched" {
  command = plan

  assert {
    condition     = one(aws_ecs_cluster.this.setting).name == "containerInsights" && one(aws_ecs_cluster.this.setting).value == "enabled"
    error_message = "Counts of tasks come from container insights."
  }
  assert {
    condition     = toset(aws_ecs_cluster_capacity_providers.this.capacity_providers) == toset(["FARGATE"])
    error_message = "There are no machines to keep, and no tasks that are taken away."
  }
  assert {
    condition     = aws_cloudwatch_log_group.insights.name == "/aws/ecs/containerinsights/sentori-test-ecs/performance" && aws_cloudwatch_log_group.insights.retention_in_days == 365 && aws_cloudwatch_log_group.insights.kms_key_id == var.kms_key_arn
    error_message = "Insights must be kept for a time, encrypted."
  }
}

run "has_names_inside_the_network" {
  command = plan

  assert {
    condition     = aws_service_discovery_private_dns_namespace.this[0].name == "sentori.internal" && aws_service_discovery_private_dns_namespace.this[0].vpc == "vpc-0123456789abcdef0"
    error_message = "The namespace must be known in the network alone."
  }
}

run "does_without_names" {
  command = plan

  variables {
    namespace = null
  }

  assert {
    condition     = length(aws_service_discovery_private_dns_namespace.this) == 0 && output.namespace_id == null
    error_message = "No namespace unless one is asked for."
  }
}

run "refuses_values_that_cannot_be" {
  command = plan

  variables {
    # A namespace that is no name
    namespace = { name = "sentori", vpc_id = "vpc-0123456789abcdef0" }
    # A name that is none
    name = "Sentori"
    # Days that cloudwatch does not take
    log_retention_days = 45
  }

  expect_failures = [var.namespace, var.name, var.log_retention_days]
}
