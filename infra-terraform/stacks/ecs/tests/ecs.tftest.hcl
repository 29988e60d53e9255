override_data {
  target = data.aws_route53_zone.this
  values = { zone_id = "Z0123456789ABC" }
}

variables {
  environment      = "production"
  app_image        = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  prometheus_image = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/prometheus@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  grafana_image    = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/grafana@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  jwt_issuer       = "https://login.example.com/realms/sentori"
  jwt_audience     = "sentori"
  jwt_jwks_url     = "https://login.example.com/realms/sentori/certs"
  jwt_client_id    = "sentori-console"
  app              = { min = 2, max = 4 }
  database         = { instance_class = "db.t4g.medium" }
  alarm_emails     = ["oncall@example.com"]

  allowed_origins    = ["https://app.example.com", "https://other.example.com"]
  run_retention_days = 90
  jwt_user_claim     = "email_name"
  jwt_roles_claim    = "groups"
}

# Made once; what follows plans on it, where all is known.
run "stands_under_its_names" {
  command = apply

  assert {
    condition     = output.api_url == "https://api-ecs-iot.sentori-studio.com" && output.grafana_url == "https://grafana-ecs-iot.sentori-studio.com/"
    error_message = "Production must have the plain names."
  }
  assert {
    condition     = toset(keys(module.dns.fqdns)) == toset(["api", "grafana"])
    error_message = "API and Grafana must have names, and nothing else without a target."
  }
  assert {
    condition     = output.backend_kind == "ecs" && output.region == "eu-west-3" && output.environment == "production" && output.cluster_name == "sentori-production-ecs"
    error_message = "The console must learn what this is."
  }
}

run "leads_to_the_app_the_documents_paths_and_health" {
  command = plan

  # Each pattern as a regular expression.
  assert {
    condition     = alltrue([for path in keys(yamldecode(file("${path.module}/../../../contract/src/main/resources/com/sentori/contract/openapi.yaml")).paths) : anytrue([for pattern in local.api_paths : can(regex("^${replace(pattern, "*", ".*")}$", path))])])
    error_message = "Each path of the contract's document must be led to the app."
  }
  assert {
    condition     = alltrue([for pattern in local.api_paths : startswith(pattern, "/actuator/health") || anytrue([for path in keys(yamldecode(file("${path.module}/../../../contract/src/main/resources/com/sentori/contract/openapi.yaml")).paths) : can(regex("^${replace(pattern, "*", ".*")}$", path))])])
    error_message = "Nothing may be led to the app that the document does not name."
  }
  assert {
    condition     = toset([for pattern in local.api_paths : pattern if startswith(pattern, "/actuator")]) == toset(["/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"])
    error_message = "The three health calls must be led to the app."
  }
  assert {
    condition     = !anytrue([for path in ["/actuator", "/actuator/prometheus", "/actuator/info", "/actuator/env", "/actuator/health/db", "/", "/metrics"] : anytrue([for pattern in local.api_paths : can(regex("^${replace(pattern, "*", ".*")}$", path))])])
    error_message = "Nothing else of the actuator may be reached from outside."
  }
}

run "runs_the_app_as_it_wants_to_be_run" {
  command = plan

  # The settings' record is the truth; names in the environment are without case and hyphens.
  assert {
    condition = length(setsubtract(
      toset([for entry in module.app.container.environment : entry.name if startswith(entry.name, "SENTORI_")]),
      concat(
        [for found in regexall("[ >](\\w+)[,)]", regex("(?s)record EcsSettings(\\(.*?\\)) \\{", file("${path.module}/../../../server-ecs/src/main/java/com/sentori/ecs/EcsSettings.java"))[0]) : "SENTORI_${upper(found[0])}"],
        [for found in regexall("[ >](\\w+)[,)]", regex("(?s)record Auth(\\(.*?\\)) \\{", file("${path.module}/../../../server-ecs/src/main/java/com/sentori/ecs/EcsSettings.java"))[0]) : "SENTORI_AUTH_${upper(found[0])}"],
      )
    )) == 0
    error_message = "The app must know each setting that it is given: ${join(", ", [for entry in module.app.container.environment : entry.name])}."
  }
  assert {
    condition = alltrue([for name, value in {
      SERVER_ADDRESS          = "0.0.0.0"
      SERVER_PORT             = "8080"
      MANAGEMENT_SERVER_PORT  = "9090"
      SENTORI_AUTH_MODE       = "jwt"
      SENTORI_AUTH_ISSUER     = "https://login.example.com/realms/sentori"
      SENTORI_AUTH_AUDIENCE   = "sentori"
      SENTORI_AUTH_JWKS       = "https://login.example.com/realms/sentori/certs"
      SENTORI_AUTH_CLIENTID   = "sentori-console"
      SENTORI_AUTH_USERCLAIM  = "email_name"
      SENTORI_AUTH_ROLESCLAIM = "groups"
      SENTORI_REGION          = "eu-west-3"
      SENTORI_GRAFANAURL      = "https://grafana-ecs-iot.sentori-studio.com"
      SENTORI_MAXRUNNING      = "5"
      SENTORI_RETENTIONDAYS   = "90"
      SENTORI_ALLOWEDORIGINS  = "https://app.example.com,https://other.example.com"
    } : contains(module.app.container.environment, { name = name, value = value })])
    error_message = "The app must be told who may call, where it is, and what it may do."
  }
  assert {
    condition     = one([for entry in module.app.container.environment : entry.value if entry.name == "SPRING_DATASOURCE_URL"]) == "jdbc:postgresql://${module.database.address}:${module.database.port}/sentori?sslmode=verify-full&sslrootcert=/opt/sentori/rds-ca.pem"
    error_message = "The database must be reached by TLS, and prove who it is."
  }
  assert {
    condition     = { for secret in module.app.container.secrets : secret.name => secret.valueFrom } == { SPRING_DATASOURCE_USERNAME = "${output.database_secret_arn}:username::", SPRING_DATASOURCE_PASSWORD = "${output.database_secret_arn}:password::" }
    error_message = "User and password must come from the secret that RDS keeps."
  }
  assert {
    condition     = module.app.container.user == "10001:10001" && module.app.container.readonlyRootFilesystem && [for mount in module.app.container.mountPoints : mount.containerPath] == ["/tmp"]
    error_message = "The app must be the image's user, and write to /tmp alone."
  }
  assert {
    condition     = join(" ", module.app.container.healthCheck.command) == "CMD /opt/sentori/healthy" && module.app.container.memory == 1024
    error_message = "ECS must ask the image's own check, and bound the memory that the heap is measured by."
  }
  assert {
    condition     = [for mapping in module.app.container.portMappings : mapping.containerPort] == [yamldecode(file("${path.module}/../../../server-ecs/src/main/resources/application.yaml")).server.port, yamldecode(file("${path.module}/../../../server-ecs/src/main/resources/application.yaml")).management.server.port]
    error_message = "The container's ports must be the app's own: that of the API, and that of management."
  }
  assert {
    condition     = contains([for line in split("\n", file("${path.module}/../../../server-ecs/src/main/java/com/sentori/ecs/operations/HealthRoutes.java")) : trimspace(line)], "private static final String PATH = \"/actuator/health\";")
    error_message = "The app must serve its health at the path that the balancer asks."
  }
  assert {
    condition     = tonumber(trimsuffix(yamldecode(file("${path.module}/../../../server-ecs/src/main/resources/application.yaml")).server.tomcat.keep-alive-timeout, "s")) > module.alb.idle_timeout
    error_message = "The balancer must be the one to close an idle connection."
  }
  assert {
    condition     = tonumber(trimsuffix(yamldecode(file("${path.module}/../../../server-ecs/src/main/resources/application.yaml")).spring.lifecycle.timeout-per-shutdown-phase, "s")) * 2 + 15 < module.app.container.stopTimeout
    error_message = "The app must have the time to answer what it has accepted before it is killed."
  }
}

run "lets_each_reach_what_it_must_and_no_more" {
  command = plan

  assert {
    condition     = length(distinct([module.app.security_group_id, module.prometheus.security_group_id, module.database.security_group_id, module.alb.security_group_id])) == 4
    error_message = "Each must have a group of its own."
  }
  assert {
    condition     = module.app.reaches == tomap({ database = { security_group_id = module.database.security_group_id, port = module.database.port } })
    error_message = "The app must reach the database and nothing else."
  }
  assert {
    condition     = toset(keys(module.prometheus.reaches)) == toset(["app", "storage"]) && module.prometheus.reaches.app == { security_group_id = module.app.security_group_id, port = 9090 }
    error_message = "Prometheus must reach the management port of the app, and its own storage."
  }
  assert {
    condition     = module.grafana.reaches == tomap({ prometheus = { security_group_id = module.prometheus.security_group_id, port = 9090 } })
    error_message = "Grafana must reach Prometheus and nothing else: not the database."
  }
  assert {
    condition     = module.prometheus.port == 9090 && contains(module.grafana.container.environment, { name = "SENTORI_PROMETHEUS_URL", value = "http://prometheus.sentori.internal:9090" }) && contains(module.grafana.container.environment, { name = "GF_PATHS_PROVISIONING", value = "/etc/sentori/ecs" })
    error_message = "Grafana must ask Prometheus by its private name."
  }
  assert {
    condition     = local.connections_per_task == yamldecode(file("${path.module}/../../../server-ecs/src/main/resources/application.yaml")).spring.datasource.hikari.maximum-pool-size + 1
    error_message = "A task opens as many connections as its pool may hold, and one for Flyway."
  }
  assert {
    condition     = local.connections == 4 * 2 * 17 && module.database.max_connections == 400
    error_message = "All tasks, twice during a rollout, must fit."
  }
}

run "rolls_the_app_when_the_password_changes" {
  command = plan

  assert {
    condition     = aws_cloudwatch_event_rule.password.state == "ENABLED" && jsondecode(aws_cloudwatch_event_rule.password.event_pattern)["$or"][0].detail.EventID == ["RDS-EVENT-0016"] && jsondecode(aws_cloudwatch_event_rule.password.event_pattern)["$or"][0].detail.SourceIdentifier == [output.database_identifier] && jsondecode(aws_cloudwatch_event_rule.password.event_pattern)["$or"][1].detail.additionalEventData.SecretId == [output.database_secret_arn]
    error_message = "A changed password of this database, and no other, must be heard."
  }
  assert {
    condition     = jsondecode(aws_ssm_document.roll.content).mainSteps[0].inputs == { Service = "ecs", Api = "UpdateService", cluster = "sentori-production-ecs", service = "app", forceNewDeployment = true } && jsondecode(aws_ssm_document.roll.content).assumeRole == aws_iam_role.roll.arn
    error_message = "The tasks of the app must be replaced."
  }
  assert {
    condition     = aws_cloudwatch_event_target.roll.arn == "arn:aws:ssm:eu-west-3:123456789012:automation-definition/sentori-production-ecs-roll-app:$DEFAULT" && aws_cloudwatch_event_target.roll.role_arn == aws_iam_role.events.arn
    error_message = "The event must start the document."
  }
  assert {
    condition     = one(jsondecode(aws_iam_role_policy.roll.policy).Statement).Action == "ecs:UpdateService" && one(jsondecode(aws_iam_role_policy.roll.policy).Statement).Resource == "arn:aws:ecs:eu-west-3:123456789012:service/sentori-production-ecs/app"
    error_message = "The document may do that to that service, and no more."
  }
  assert {
    condition     = one([for statement in jsondecode(aws_iam_role_policy.events.policy).Statement : statement if statement.Action == "iam:PassRole"]).Resource == aws_iam_role.roll.arn && one([for statement in jsondecode(aws_iam_role_policy.events.policy).Statement : statement if statement.Action == "iam:PassRole"]).Condition.StringEquals["iam:PassedToService"] == "ssm.amazonaws.com"
    error_message = "Events may hand over that role to Systems Manager alone."
  }
  assert {
    condition     = alltrue([for name in ["ssm", "events"] : one(jsondecode(data.aws_iam_policy_document.trust[name].json).Statement).Principal.Service == "${name}.amazonaws.com" && one(jsondecode(data.aws_iam_policy_document.trust[name].json).Statement).Condition.StringEquals["aws:SourceAccount"] == "123456789012"])
    error_message = "Each role is for its service, on behalf of this account."
  }
}

run "rings_when_something_is_wrong" {
  command = plan

  assert {
    condition = toset(module.alarms.names) == toset([for name in [
      "faults", "refusals", "latency", "unhealthy", "tasks-app", "tasks-prometheus", "tasks-grafana",
      "database-cpu", "database-disk", "database-connections", "database-transactions", "password-roll",
    ] : "sentori-production-ecs-${name}"])
    error_message = "Balancer, tasks, database and the change of its password must be watched."
  }
  assert {
    condition     = local.alarms["tasks-app"].below == 2 && local.alarms["tasks-app"].missing == "breaching" && local.alarms["database-connections"].above == 320
    error_message = "Alarms must ring by what was asked for: two tasks at least, four of five connections."
  }
}

run "has_names_of_its_own_beside_production" {
  command = plan

  variables {
    environment     = "staging"
    zone_name       = "example.com"
    frontend_target = { dns_name = "d111111abcdef8.cloudfront.net", zone_id = "Z2FDTNDATAQYW2" }
  }

  assert {
    condition     = output.api_url == "https://api-ecs-iot-staging.example.com" && local.grafana_host == "grafana-ecs-iot-staging.example.com" && local.name == "sentori-staging-ecs"
    error_message = "Environments must not share names."
  }
  assert {
    condition     = toset(keys(module.dns.fqdns)) == toset(["api", "grafana", "app"]) && local.app_host == "app-iot-staging.example.com"
    error_message = "The front must have its name when it has a target."
  }
}

run "is_parked" {
  command = plan

  variables {
    parked = true
  }

  assert {
    condition     = length(output.nat_addresses) == 0 && length(module.alarms.names) == 0 && aws_cloudwatch_event_rule.password.state == "DISABLED"
    error_message = "A parked stack must have no NAT, and neither ring nor roll."
  }
}
