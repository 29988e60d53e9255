variables {
  kms_key_arn = "arn:aws:kms:eu-west-3:123456789012:key/11111111-2222-3333-4444-555555555555"
  name        = "sentori-test-lambda_run_api"
  handler     = "com.sentori.lambda.functions.RunApiFunction"
  environment = { SENTORI_AUTH_MODE = "jwt" }
  archive = {
    s3_bucket        = "archives"
    s3_key           = "server-lambda.zip"
    source_code_hash = "9JcLnQH7lDgEIKzu9tXDqJ8bL7uX5YyQW8QvQ3kqk4s="
  }
}

run "starts_from_a_snapshot_behind_an_alias" {
  command = plan

  assert {
    condition     = aws_lambda_function.this.runtime == "java25" && aws_lambda_function.this.architectures[0] == "arm64"
    error_message = "The function runs on java25 and arm64."
  }
  assert {
    condition     = aws_lambda_function.this.publish && aws_lambda_function.this.snap_start[0].apply_on == "PublishedVersions"
    error_message = "SnapStart needs published versions."
  }
  assert {
    condition     = aws_lambda_alias.live.name == "live" && output.alias == "live"
    error_message = "Callers name the alias live."
  }
  assert {
    condition     = aws_lambda_function.this.timeout < 29
    error_message = "The function must give up before the gateway does."
  }
  assert {
    condition     = aws_lambda_function.this.source_code_hash == var.archive.source_code_hash
    error_message = "Without its hash a new archive would not be deployed."
  }
}

run "keeps_its_log_for_a_while_and_in_lines_of_its_own" {
  command = plan

  assert {
    condition     = aws_cloudwatch_log_group.this.name == "/aws/lambda/sentori-test-lambda_run_api" && aws_cloudwatch_log_group.this.retention_in_days == 365 && aws_cloudwatch_log_group.this.kms_key_id == var.kms_key_arn
    error_message = "The log must have the function's name and an end."
  }
  assert {
    condition     = aws_lambda_function.this.logging_config[0].log_format == "Text"
    error_message = "As JSON, Lambda would wrap the lines in which the metrics are."
  }
}

run "may_write_its_own_log_and_nothing_else" {
  command = apply

  assert {
    condition     = jsondecode(data.aws_iam_policy_document.log.json).Statement == [{ Sid = "WriteItsOwnLog", Effect = "Allow", Action = ["logs:PutLogEvents", "logs:CreateLogStream"], Resource = "${aws_cloudwatch_log_group.this.arn}:*" }]
    error_message = "The role may write the function's own log, and no group."
  }
  assert {
    condition     = length(aws_iam_role_policy.this) == 0 && length(aws_iam_role_policy.failures) == 0 && length(aws_lambda_function_event_invoke_config.live) == 0
    error_message = "Nothing else is due where nothing else is asked for."
  }
  assert {
    condition     = jsondecode(aws_iam_role.this.assume_role_policy).Statement[0].Principal.Service == "lambda.amazonaws.com" && length(jsondecode(aws_iam_role.this.assume_role_policy).Statement) == 1
    error_message = "Lambda alone may take the role."
  }
  assert {
    condition     = aws_lambda_alias.live.function_version == aws_lambda_function.this.version
    error_message = "The alias must follow the published version."
  }
}

run "tells_a_queue_of_calls_that_failed" {
  command = plan

  variables {
    failure_queue = { arn = "arn:aws:sqs:eu-west-3:123456789012:sentori-test-failures" }
  }

  assert {
    condition     = aws_lambda_function_event_invoke_config.live[0].destination_config[0].on_failure[0].destination == var.failure_queue.arn && aws_lambda_function_event_invoke_config.live[0].qualifier == "live"
    error_message = "Failures of the alias must go to the queue."
  }
  assert {
    condition     = aws_lambda_function_event_invoke_config.live[0].maximum_retry_attempts == 0
    error_message = "The next scheduled call does the work of a failed one: no retries."
  }
  assert {
    condition     = jsondecode(data.aws_iam_policy_document.failures[0].json).Statement[0] == { Sid = "TellOfFailures", Effect = "Allow", Action = "sqs:SendMessage", Resource = var.failure_queue.arn }
    error_message = "The role may send to that queue alone."
  }
}

run "is_traced_where_it_is_asked_for" {
  command = plan

  variables {
    tracing = true
  }

  assert {
    condition     = aws_lambda_function.this.tracing_config[0].mode == "Active"
    error_message = "Tracing must be active."
  }
}

run "takes_the_policies_and_the_bound_that_it_is_given" {
  command = plan

  variables {
    policies                 = { tables = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
    permissions_boundary_arn = "arn:aws:iam::123456789012:policy/sentori-boundary"
    reserved_concurrency     = 0
  }

  assert {
    condition     = aws_iam_role_policy.this["tables"].policy == var.policies.tables
    error_message = "The role must have the policy that was given."
  }
  assert {
    condition     = aws_iam_role.this.permissions_boundary == var.permissions_boundary_arn
    error_message = "The role must be bounded."
  }
  assert {
    condition     = aws_lambda_function.this.reserved_concurrent_executions == 0
    error_message = "A function at rest takes no calls."
  }
}

run "refuses_a_name_with_a_blank" {
  command = plan
  variables {
    name = "run api"
  }
  expect_failures = [var.name]
}

run "refuses_a_handler_that_is_no_class" {
  command = plan
  variables {
    handler = "index.handler"
  }
  expect_failures = [var.handler]
}

run "refuses_an_archive_in_two_places" {
  command = plan
  variables {
    archive = { filename = "server-lambda.zip", s3_bucket = "archives", s3_key = "server-lambda.zip" }
  }
  expect_failures = [var.archive]
}

run "refuses_a_bucket_without_a_key" {
  command = plan
  variables {
    archive = { s3_bucket = "archives" }
  }
  expect_failures = [var.archive]
}

run "refuses_an_empty_environment" {
  command = plan
  variables {
    environment = {}
  }
  expect_failures = [var.environment]
}

run "refuses_an_unknown_processor" {
  command = plan
  variables {
    architecture = "riscv"
  }
  expect_failures = [var.architecture]
}

run "refuses_too_little_memory" {
  command = plan
  variables {
    memory_size = 256
  }
  expect_failures = [var.memory_size]
}

run "refuses_to_outlive_the_gateway" {
  command = plan
  variables {
    timeout = 29
  }
  expect_failures = [var.timeout]
}

run "refuses_a_negative_concurrency" {
  command = plan
  variables {
    reserved_concurrency = -2
  }
  expect_failures = [var.reserved_concurrency]
}

run "refuses_a_retention_that_cloudwatch_does_not_have" {
  command = plan
  variables {
    log_retention_days = 31
  }
  expect_failures = [var.log_retention_days]
}
