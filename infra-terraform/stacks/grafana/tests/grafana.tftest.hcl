override_data {
  target = data.aws_route53_zone.this
  values = { zone_id = "Z0123456789ABC" }
}

variables {
  environment     = "production"
  grafana_image   = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/grafana@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  log_group_names = ["/aws/lambda/sentori-production-lambda_run_api"]
}

# Made once; what follows plans on it, where all is known.
run "shows_the_serverless_backend_under_its_name" {
  command = apply

  assert {
    condition     = output.grafana_url == "https://grafana-lambda-iot.sentori-studio.com/" && toset(keys(module.dns.fqdns)) == toset(["grafana"]) && output.backend_kind == "serverless"
    error_message = "Production must have the plain name."
  }
  assert {
    condition     = contains(module.grafana.container.environment, { name = "GF_PATHS_PROVISIONING", value = "/etc/sentori/serverless" }) && contains(module.grafana.container.environment, { name = "AWS_REGION", value = "eu-west-3" })
    error_message = "It must ask CloudWatch, in the region of the backend."
  }
  assert {
    condition     = toset(module.alarms.names) == toset(["sentori-production-grafana-tasks-grafana", "sentori-production-grafana-faults", "sentori-production-grafana-unhealthy"])
    error_message = "The task must be watched."
  }
}

run "asks_cloudwatch_as_its_role_and_may_only_read" {
  command = plan

  assert {
    condition     = toset(flatten([for statement in jsondecode(data.aws_iam_policy_document.cloudwatch.json).Statement : statement.Action])) == toset(["cloudwatch:GetMetricData", "cloudwatch:ListMetrics", "cloudwatch:DescribeAlarmHistory", "cloudwatch:DescribeAlarms", "cloudwatch:DescribeAlarmsForMetric", "logs:GetLogEvents", "logs:GetLogGroupFields", "logs:StartQuery", "logs:DescribeLogGroups", "logs:GetQueryResults", "logs:StopQuery"])
    error_message = "It may read metrics, alarms and logs, and no more."
  }
  assert {
    condition     = toset(one([for statement in jsondecode(data.aws_iam_policy_document.cloudwatch.json).Statement : statement.Resource if statement.Sid == "Logs"])) == toset(["arn:aws:logs:eu-west-3:123456789012:log-group:/aws/lambda/sentori-production-lambda_run_api", "arn:aws:logs:eu-west-3:123456789012:log-group:/aws/lambda/sentori-production-lambda_run_api:*"])
    error_message = "It may read the logs that are named."
  }
  assert {
    condition     = contains(module.grafana.container.environment, { name = "GF_AWS_ALLOWED_AUTH_PROVIDERS", value = "default" }) && !anytrue([for entry in concat(module.grafana.container.environment, module.grafana.container.secrets) : strcontains(entry.name, "ACCESS_KEY")])
    error_message = "There must be no keys: the role of the task is all that it has."
  }
  assert {
    condition     = length(module.grafana.reaches) == 0
    error_message = "It needs nothing else within the network."
  }
}

run "reads_no_logs_unless_they_are_named" {
  command = plan

  variables {
    log_group_names = []
  }

  assert {
    condition     = !strcontains(data.aws_iam_policy_document.cloudwatch.json, "logs:")
    error_message = "Without names there is no right to any log."
  }
}

run "has_a_network_apart_from_that_of_ecs" {
  command = plan

  assert {
    condition     = split(".", module.network.cidr)[1] != split(".", regex("default     = \"(10[^\"]*)\"", file("${path.module}/../ecs/variables.tf"))[0])[1]
    error_message = "The two networks must not overlap, so that they can be joined."
  }
  assert {
    condition     = length(module.network.database_subnet_ids) == 0 && length(module.network.nat_addresses) == 1
    error_message = "There is no database here, and one way out."
  }
}

run "has_a_name_of_its_own_beside_production_and_is_parked" {
  command = plan

  variables {
    environment = "staging"
    parked      = true
  }

  assert {
    condition     = output.grafana_url == "https://grafana-lambda-iot-staging.sentori-studio.com/" && local.name == "sentori-staging-grafana"
    error_message = "Environments must not share names."
  }
  assert {
    condition     = length(module.network.nat_addresses) == 0 && length(module.alarms.names) == 0
    error_message = "A parked stack must have no NAT and not ring."
  }
}

run "refuses_values_that_cannot_be" {
  command = plan

  variables {
    # Addresses that are none
    allowed_cidrs = ["office"]
    # All log groups
    log_group_names = ["*"]
    # A region that is none
    region = "paris"
    # A name too long
    name = "sentoristudio"
    # An environment that is none
    environment = "Dev 1"
    # A zone that is no domain
    zone_name = "localhost"
    # Another NAT
    nat = "none"
  }

  expect_failures = [var.allowed_cidrs, var.log_group_names, var.region, var.name, var.environment, var.zone_name, var.nat]
}
