override_data {
  target = data.aws_route53_zone.this
  values = { zone_id = "Z0123456789ABC" }
}

variables {
  environment  = "test"
  jwt_issuer   = "https://id.example.com"
  jwt_audience = "sentori"
  jwt_jwks_url = "https://id.example.com/keys"
  archive = {
    s3_bucket        = "archives"
    s3_key           = "server-lambda.zip"
    source_code_hash = "9JcLnQH7lDgEIKzu9tXDqJ8bL7uX5YyQW8QvQ3kqk4s="
  }
}

run "has_the_tables_that_the_code_defines" {
  command = plan

  assert {
    condition = toset([
      for table in jsondecode(file("../../../server-lambda/src/main/resources/com/sentori/lambda/store/tables.json")).tables : "sentori-test-serverless-${table.name} ${table.partitionKey} ${table.sortKey} ${table.timeToLive} ${table.billing}"
      ]) == toset([
      for table in values(module.tables.tables) : "${table.name} ${table.hash_key} ${table.range_key} ${table.ttl} ${table.billing_mode}"
    ])
    error_message = "Keys, expiry and billing must be those of tables.json."
  }
  assert {
    condition     = local.environment.SENTORI_RUNS_TABLE == "sentori-test-serverless-Runs" && local.environment.SENTORI_SENSOR_DATA_TABLE == "sentori-test-serverless-SensorData"
    error_message = "The functions must be told what the tables are called."
  }
}

run "serves_the_paths_of_the_contract" {
  command = plan

  assert {
    condition = toset([
      for path in keys(yamldecode(file("../../../contract/src/main/resources/com/sentori/contract/openapi.yaml")).paths) : path
      # A backend that cannot stream does not announce it, and answers 404.
      if path != "/api/runs/{id}/stream"
    ]) == setsubtract(keys(local.routes), ["/", "/{proxy+}"])
    error_message = "The gateway must know the paths of the OpenAPI document."
  }
  assert {
    condition = toset([for path, function in local.routes : path if function == "lambda_sensor_api"]) == toset([
      "/api/sensors/data", "/sensors/data", "/api/runs/{id}/readings", "/api/runs/{id}/summary"
    ])
    error_message = "Readings and summaries belong to lambda_sensor_api."
  }
  assert {
    condition     = setsubtract(keys(local.routes), local.guarded_paths) == toset(["/", "/{proxy+}", "/api/info"])
    error_message = "A gateway that asks for tokens must let everyone have /api/info and a 404."
  }
}

run "runs_the_handlers_of_the_code" {
  command = plan

  assert {
    condition     = output.functions == { lambda_run_api = "sentori-test-serverless-lambda_run_api", lambda_sensor_api = "sentori-test-serverless-lambda_sensor_api" }
    error_message = "There are two functions."
  }
  assert {
    condition     = output.log_groups == ["/aws/lambda/sentori-test-serverless-lambda_run_api", "/aws/lambda/sentori-test-serverless-lambda_sensor_api", "/aws/apigateway/sentori-test-serverless"]
    error_message = "Grafana must be told which logs there are."
  }
  assert {
    condition     = alltrue([for function in values(local.functions) : fileexists("../../../server-lambda/src/main/java/${replace(function.handler, ".", "/")}.java")])
    error_message = "Each handler must be a class of the code."
  }
}

run "tells_the_functions_what_they_read_and_nothing_else" {
  command = plan

  variables {
    jwt_client_id = "console"
  }

  assert {
    condition     = length(setsubtract(keys(local.environment), flatten(regexall("\"(SENTORI_[A-Z_]+)\"", file("../../../server-lambda/src/main/java/com/sentori/lambda/functions/Settings.java"))))) == 0
    error_message = "The functions read no setting of this name."
  }
  assert {
    # The last three stay as the code has them; the bucket is told to one function alone.
    condition = setsubtract(flatten(regexall("\"(SENTORI_[A-Z_]+)\"", file("../../../server-lambda/src/main/java/com/sentori/lambda/functions/Settings.java"))), keys(local.environment)) == toset([
      "SENTORI_REPORTS_BUCKET", "SENTORI_METRICS_NAMESPACE", "SENTORI_METRICS_LINES"
    ])
    error_message = "A setting that the code reads is neither told nor left out on purpose."
  }
  assert {
    condition = {
      for name, value in local.environment : name => value if startswith(name, "SENTORI_AUTH_")
      } == {
      SENTORI_AUTH_MODE        = "jwt"
      SENTORI_AUTH_ISSUER      = "https://id.example.com"
      SENTORI_AUTH_AUDIENCE    = "sentori"
      SENTORI_AUTH_JWKS        = "https://id.example.com/keys"
      SENTORI_AUTH_USER_CLAIM  = "preferred_username"
      SENTORI_AUTH_ROLES_CLAIM = "roles"
      SENTORI_AUTH_CLIENT_ID   = "console"
    }
    error_message = "The functions must verify tokens of the issuer that was given."
  }
  assert {
    condition     = local.environment.SENTORI_ALLOWED_ORIGINS == "https://app-iot.sentori-studio.com,http://localhost:4200" && local.environment.SENTORI_GRAFANA_URL == "https://grafana-lambda-iot-test.sentori-studio.com"
    error_message = "Pages and Grafana are those of the product unless others are given."
  }
}

run "may_do_what_the_code_does_and_nothing_else" {
  command = apply

  assert {
    condition = toset([for statement in jsondecode(data.aws_iam_policy_document.tables.json).Statement : statement.Action if statement.Sid == "ReadAndWriteItems"][0]) == toset([
      for call in distinct(flatten(regexall("client\\.([a-z][A-Za-z]+)\\(", file("../../../server-lambda/src/main/java/com/sentori/lambda/store/Store.java")))) : "dynamodb:${title(call)}"
      # Its items are puts and updates, which is what AWS asks the right for.
      if call != "transactWriteItems"
    ])
    error_message = "The rights on tables must be the calls that the store makes."
  }
  assert {
    condition     = toset([for statement in jsondecode(data.aws_iam_policy_document.tables.json).Statement : statement.Resource if statement.Sid == "ReadAndWriteItems"][0]) == toset(values(module.tables.arns))
    error_message = "The rights must be on the two tables alone."
  }
  assert {
    condition = alltrue([
      for statement in concat(jsondecode(data.aws_iam_policy_document.tables.json).Statement, jsondecode(data.aws_iam_policy_document.reports.json).Statement, jsondecode(data.aws_iam_policy_document.scheduler.json).Statement) :
      !contains(flatten([statement.Resource]), "*") && alltrue([for action in flatten([statement.Action]) : !strcontains(action, "*")])
    ])
    error_message = "No right may be on everything, or to do anything."
  }
  assert {
    condition = alltrue([
      for statement in jsondecode(data.aws_iam_policy_document.reports.json).Statement : alltrue([for resource in flatten([statement.Resource]) : startswith(resource, module.reports.arn)])
    ])
    error_message = "The rights on objects must be on the bucket of reports alone."
  }
  assert {
    condition = {
      for statement in jsondecode(data.aws_iam_policy_document.scheduler.json).Statement : statement.Action => statement.Resource
    } == { "lambda:InvokeFunction" = module.functions["lambda_run_api"].alias_arn, "sqs:SendMessage" = aws_sqs_queue.failures.arn }
    error_message = "The schedule may call one alias and tell one queue."
  }
  assert {
    condition     = one(jsondecode(data.aws_iam_policy_document.scheduler_trust.json).Statement[*].Condition).ArnEquals["aws:SourceArn"] == aws_scheduler_schedule_group.this.arn
    error_message = "Only this stack's schedules may take the role."
  }
  assert {
    condition     = aws_scheduler_schedule.expiry.target[0].arn == module.functions["lambda_run_api"].alias_arn && aws_scheduler_schedule.expiry.target[0].dead_letter_config[0].arn == aws_sqs_queue.failures.arn
    error_message = "The schedule must call the alias, and what does not come through must be kept."
  }
  assert {
    condition     = output.api_url == "https://api-lambda-iot-test.sentori-studio.com" && output.backend_kind == "serverless" && output.region == "eu-west-3" && output.environment == "test"
    error_message = "The console reads what to connect to."
  }
  assert {
    condition     = module.dns.fqdns != {} && module.api.stage_name == "live"
    error_message = "The name must stand for the API."
  }
}

run "has_the_plain_names_in_production" {
  command = plan

  variables {
    environment = "production"
  }

  assert {
    condition     = output.api_url == "https://api-lambda-iot.sentori-studio.com" && output.grafana_url == "https://grafana-lambda-iot.sentori-studio.com"
    error_message = "Existing clients know these names."
  }
}

run "lets_abandoned_runs_expire_every_minute" {
  command = plan

  assert {
    condition     = aws_scheduler_schedule.expiry.schedule_expression == "rate(1 minute)" && aws_scheduler_schedule.expiry.state == "ENABLED"
    error_message = "The schedule must call every minute."
  }
  assert {
    condition     = !can(jsondecode(aws_scheduler_schedule.expiry.target[0].input).httpMethod)
    error_message = "By a method the function would take the event for a request."
  }
  assert {
    condition     = local.scheduled == "lambda_run_api"
    error_message = "The function that ends runs must be called."
  }
  assert {
    condition     = aws_sqs_queue.failures.sqs_managed_sse_enabled && aws_sqs_queue.failures.message_retention_seconds == 1209600
    error_message = "Failures must be kept for two weeks, encrypted."
  }
}

run "keeps_reports_for_a_week_where_pages_can_fetch_them" {
  command = plan

  assert {
    condition     = can(regex("^sentori-test-serverless-reports-[0-9]{12}$", module.reports.name))
    error_message = "The bucket must be the account's own, without a dot in its name."
  }
  assert {
    condition     = one(aws_s3_bucket_cors_configuration.reports.cors_rule).allowed_methods == toset(["GET"]) && one(aws_s3_bucket_cors_configuration.reports.cors_rule).allowed_origins == toset(["*"])
    error_message = "After a redirect browsers name no origin."
  }
}

run "rings_for_errors_throttles_latency_and_failures" {
  command = plan

  assert {
    condition = toset(module.alarms.names) == toset([for name in [
      "api-5xx", "api-latency", "api-throttled", "expiry-failures",
      "lambda_run_api-errors", "lambda_run_api-throttles", "lambda_run_api-faults",
      "lambda_sensor_api-errors", "lambda_sensor_api-throttles", "lambda_sensor_api-faults",
      "sentori-test-serverless-Runs-ReadThrottleEvents", "sentori-test-serverless-Runs-WriteThrottleEvents",
      "sentori-test-serverless-SensorData-ReadThrottleEvents", "sentori-test-serverless-SensorData-WriteThrottleEvents"
    ] : "sentori-test-serverless-${name}"])
    error_message = "Each way to fail needs its alarm."
  }
  assert {
    condition     = alltrue([for filter in aws_cloudwatch_log_metric_filter.faults : strcontains(file("../../../contract/src/main/java/com/sentori/contract/http/Api.java"), filter.pattern)])
    error_message = "The filter must look for what the code writes."
  }
}

run "rests_where_it_is_parked" {
  command = plan

  variables {
    parked = true
    waf    = { enabled = true }
  }

  assert {
    condition     = aws_scheduler_schedule.expiry.state == "DISABLED" && length(module.alarms.names) == 0
    error_message = "Schedule and alarms must rest."
  }
  assert {
    condition     = alltrue([for function in values(module.functions) : function.reserved_concurrency == 0])
    error_message = "The functions must take no calls."
  }
  assert {
    condition     = !module.api.has_firewall
    error_message = "The firewall costs by the month."
  }
}

run "takes_an_archive_from_a_file" {
  command = plan

  variables {
    archive = { filename = "./versions.tf" }
  }

  assert {
    condition     = local.archive.source_code_hash == filebase64sha256("./versions.tf") && local.archive.filename == "./versions.tf"
    error_message = "A change of the file must be seen by its hash."
  }
}

run "says_what_to_build_where_there_is_no_archive" {
  command = plan

  variables {
    archive = { filename = "./no-such.zip" }
  }

  expect_failures = [terraform_data.archive]
}
