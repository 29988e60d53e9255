variables {
  kms_key_arn = "arn:aws:kms:eu-west-3:123456789012:key/11111111-2222-3333-4444-555555555555"
  name        = "sentori-test"
  functions = {
    runs     = { name = "sentori-test-runs", alias = "live", invoke_arn = "arn:aws:apigateway:eu-west-3:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-3:123456789012:function:sentori-test-runs:live/invocations" }
    readings = { name = "sentori-test-readings", alias = "live", invoke_arn = "arn:aws:apigateway:eu-west-3:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-3:123456789012:function:sentori-test-readings:live/invocations" }
  }
  routes = {
    "/"                       = "runs"
    "/{proxy+}"               = "runs"
    "/api/runs"               = "runs"
    "/api/runs/{id}"          = "runs"
    "/api/runs/{id}/readings" = "readings"
    "/api/reports/download"   = "runs"
  }
  domain_name     = "api.sentori-studio.com"
  certificate_arn = "arn:aws:acm:eu-west-3:123456789012:certificate/11111111-2222-3333-4444-555555555555"
  allowed_origins = ["https://app-iot.sentori-studio.com"]
}

run "lets_a_function_answer_any_method_at_each_path" {
  command = plan

  assert {
    condition     = alltrue([for path, function in var.routes : jsondecode(aws_api_gateway_rest_api.this.body).paths[path].x-amazon-apigateway-any-method.x-amazon-apigateway-integration.uri == var.functions[function].invoke_arn])
    error_message = "Each path must be answered by its function's alias."
  }
  assert {
    condition     = toset(keys(jsondecode(aws_api_gateway_rest_api.this.body).paths)) == toset(concat(keys(var.routes), ["/api", "/api/reports"]))
    error_message = "Folders between the paths must be answered too, and nothing else."
  }
  assert {
    condition     = jsondecode(aws_api_gateway_rest_api.this.body).paths["/api"].x-amazon-apigateway-any-method.x-amazon-apigateway-integration.uri == var.functions["runs"].invoke_arn
    error_message = "A folder is answered by the function of what has no path."
  }
  assert {
    condition     = alltrue([for path in values(jsondecode(aws_api_gateway_rest_api.this.body).paths) : path.x-amazon-apigateway-any-method.x-amazon-apigateway-integration.type == "aws_proxy" && path.x-amazon-apigateway-any-method.x-amazon-apigateway-integration.httpMethod == "POST"])
    error_message = "Functions are called by POST and get the whole request."
  }
  assert {
    condition     = jsondecode(aws_api_gateway_rest_api.this.body).paths["/api/runs/{id}/readings"].x-amazon-apigateway-any-method.parameters[*].name == ["id"] && jsondecode(aws_api_gateway_rest_api.this.body).paths["/{proxy+}"].x-amazon-apigateway-any-method.parameters[*].name == ["proxy"]
    error_message = "The variables of a path must be declared."
  }
  assert {
    condition     = alltrue([for path in values(jsondecode(aws_api_gateway_rest_api.this.body).paths) : !contains(keys(path), "options")])
    error_message = "The functions answer preflights themselves."
  }
  assert {
    condition     = aws_api_gateway_rest_api.this.put_rest_api_mode == "overwrite"
    error_message = "What is no longer in the document must go."
  }
}

run "hands_bodies_through_byte_for_byte" {
  command = plan

  assert {
    condition     = jsondecode(aws_api_gateway_rest_api.this.body).x-amazon-apigateway-binary-media-types == ["*/*"]
    error_message = "Any media type must pass as it is, for the gateway decides by what the caller accepts."
  }
}

run "answers_by_itself_in_the_contracts_form" {
  command = plan

  assert {
    condition = alltrue([
      for response in values(jsondecode(aws_api_gateway_rest_api.this.body).x-amazon-apigateway-gateway-responses) :
      toset(["type", "title", "status", "detail", "code", "error", "message"]) == setintersection(["type", "title", "status", "detail", "code", "error", "message"], keys(jsondecode(response.responseTemplates["application/json"])))
      && jsondecode(response.responseTemplates["application/json"]).status == response.statusCode
      && response.responseParameters["gatewayresponse.header.Content-Type"] == "'application/problem+json'"
    ])
    error_message = "Each answer must be a problem document with the status that it has."
  }
  assert {
    condition = toset(keys(jsondecode(aws_api_gateway_rest_api.this.body).x-amazon-apigateway-gateway-responses)) == toset([
      "ACCESS_DENIED", "API_CONFIGURATION_ERROR", "AUTHORIZER_CONFIGURATION_ERROR", "AUTHORIZER_FAILURE", "BAD_REQUEST_BODY",
      "BAD_REQUEST_PARAMETERS", "DEFAULT_4XX", "DEFAULT_5XX", "EXPIRED_TOKEN", "INTEGRATION_FAILURE", "INTEGRATION_TIMEOUT",
      "INVALID_API_KEY", "INVALID_SIGNATURE", "MISSING_AUTHENTICATION_TOKEN", "QUOTA_EXCEEDED", "REQUEST_TOO_LARGE",
      "RESOURCE_NOT_FOUND", "THROTTLED", "UNAUTHORIZED", "UNSUPPORTED_MEDIA_TYPE", "WAF_FILTERED"
    ])
    error_message = "No answer of the gateway may be in words of its own."
  }
  assert {
    condition = alltrue([
      for response in values(jsondecode(aws_api_gateway_rest_api.this.body).x-amazon-apigateway-gateway-responses) :
      length(regexall("(?m)^    ${jsondecode(response.responseTemplates["application/json"]).code}\\(${response.statusCode}, \"${jsondecode(response.responseTemplates["application/json"]).title}\"\\)", file("../../../contract/src/main/java/com/sentori/contract/errors/ErrorCode.java"))) == 1
    ])
    error_message = "Codes, statuses and titles must be the contract's."
  }
  assert {
    condition = {
      for type, response in jsondecode(aws_api_gateway_rest_api.this.body).x-amazon-apigateway-gateway-responses : type => response.statusCode
      if contains(["UNAUTHORIZED", "THROTTLED", "REQUEST_TOO_LARGE", "MISSING_AUTHENTICATION_TOKEN", "WAF_FILTERED", "ACCESS_DENIED"], type)
    } == { UNAUTHORIZED = 401, THROTTLED = 429, REQUEST_TOO_LARGE = 413, MISSING_AUTHENTICATION_TOKEN = 404, WAF_FILTERED = 403, ACCESS_DENIED = 403 }
    error_message = "The gateway's refusals must have the contract's statuses."
  }
  assert {
    condition = alltrue([
      for response in values(jsondecode(aws_api_gateway_rest_api.this.body).x-amazon-apigateway-gateway-responses) :
      response.responseParameters["gatewayresponse.header.Retry-After"] == "'1'" if response.statusCode == 429 || response.statusCode == 503
    ])
    error_message = "Who is to try again must be told when."
  }
}

run "lets_the_page_read_the_gateways_own_answers" {
  command = plan

  assert {
    condition = alltrue([
      for response in values(jsondecode(aws_api_gateway_rest_api.this.body).x-amazon-apigateway-gateway-responses) :
      response.responseParameters["gatewayresponse.header.Access-Control-Allow-Origin"] == "'https://app-iot.sentori-studio.com'" && response.responseParameters["gatewayresponse.header.Vary"] == "'Origin'"
    ])
    error_message = "The one allowed page must be named."
  }
  assert {
    condition = alltrue([
      for response in values(jsondecode(aws_api_gateway_rest_api.this.body).x-amazon-apigateway-gateway-responses) :
      strcontains(file("../../../contract/src/main/java/com/sentori/contract/http/Browsers.java"), "\"${trim(response.responseParameters["gatewayresponse.header.Access-Control-Expose-Headers"], "'")}\"")
    ])
    error_message = "The gateway must expose the headers that the contract exposes."
  }
}

run "names_whichever_page_asks_where_there_are_several" {
  command = plan

  variables {
    allowed_origins = ["https://app-iot.sentori-studio.com", "http://localhost:4200"]
  }

  assert {
    condition     = jsondecode(aws_api_gateway_rest_api.this.body).x-amazon-apigateway-gateway-responses.DEFAULT_5XX.responseParameters["gatewayresponse.header.Access-Control-Allow-Origin"] == "method.request.header.Origin"
    error_message = "A gateway response knows no list."
  }
}

run "is_reached_by_its_domain_alone_and_by_modern_tls" {
  command = plan

  assert {
    condition     = aws_api_gateway_rest_api.this.disable_execute_api_endpoint
    error_message = "The other name must be off."
  }
  assert {
    condition     = aws_api_gateway_domain_name.this.security_policy == "TLS_1_2" && aws_api_gateway_domain_name.this.endpoint_configuration[0].types == tolist(["REGIONAL"])
    error_message = "The domain must speak TLS 1.2 or newer, in the API's region."
  }
  assert {
    condition     = aws_api_gateway_base_path_mapping.root.base_path == null && aws_api_gateway_base_path_mapping.root.stage_name == "live"
    error_message = "The API must be at the root of the host."
  }
  assert {
    condition     = output.url == "https://api.sentori-studio.com"
    error_message = "The URL must be that of the domain."
  }
}

run "may_call_the_aliases_of_its_functions_from_its_own_stage_alone" {
  command = apply

  assert {
    condition     = alltrue([for permission in aws_lambda_permission.gateway : permission.qualifier == "live" && permission.principal == "apigateway.amazonaws.com" && permission.action == "lambda:InvokeFunction" && permission.source_arn == "${aws_api_gateway_rest_api.this.execution_arn}/live/*"])
    error_message = "The gateway may call aliases, for this API's stage alone."
  }
  assert {
    condition     = toset([for permission in aws_lambda_permission.gateway : permission.function_name]) == toset(["sentori-test-runs", "sentori-test-readings"])
    error_message = "Each function needs its permission."
  }
  assert {
    condition     = aws_api_gateway_deployment.this.triggers.document == sha256(aws_api_gateway_rest_api.this.body)
    error_message = "A change of the document must be deployed."
  }
  assert {
    condition     = aws_cloudwatch_log_group.execution.name == "API-Gateway-Execution-Logs_${aws_api_gateway_rest_api.this.id}/live" && aws_cloudwatch_log_group.execution.retention_in_days == 365
    error_message = "The gateway's own log must have an end."
  }
}

run "is_throttled_measured_and_logged_without_bodies_or_headers" {
  command = plan

  assert {
    condition     = aws_api_gateway_method_settings.all.settings[0].throttling_rate_limit == 2000 && aws_api_gateway_method_settings.all.settings[0].throttling_burst_limit == 2000 && aws_api_gateway_method_settings.all.method_path == "*/*"
    error_message = "All methods must be throttled."
  }
  assert {
    condition     = aws_api_gateway_method_settings.all.settings[0].metrics_enabled && !aws_api_gateway_method_settings.all.settings[0].data_trace_enabled
    error_message = "Calls are measured, and never written down whole."
  }
  assert {
    condition     = aws_cloudwatch_log_group.access.retention_in_days == 365 && aws_cloudwatch_log_group.access.kms_key_id == var.kms_key_arn && can(jsondecode(aws_api_gateway_stage.this.access_log_settings[0].format).status) && !strcontains(lower(aws_api_gateway_stage.this.access_log_settings[0].format), "header")
    error_message = "The access log is JSON, has an end, and holds no header."
  }
  assert {
    condition     = length(aws_wafv2_web_acl.this) == 0 && !contains(keys(jsondecode(aws_api_gateway_rest_api.this.body)), "x-amazon-apigateway-policy") && !contains(keys(jsondecode(aws_api_gateway_rest_api.this.body)), "components")
    error_message = "Firewall, policy and authorizer come only where they are asked for."
  }
}

run "can_be_measured_as_a_whole" {
  command = plan

  variables {
    detailed_metrics = false
  }

  assert {
    condition     = !aws_api_gateway_method_settings.all.settings[0].metrics_enabled
    error_message = "Metrics of each route cost by the month."
  }
}

run "lets_through_the_networks_that_it_is_given" {
  command = plan

  variables {
    allowed_cidrs = ["192.0.2.0/24", "2001:db8::/32"]
  }

  assert {
    condition = jsondecode(aws_api_gateway_rest_api.this.body).x-amazon-apigateway-policy.Statement == [{
      Sid       = "CallersFromTheseNetworks", Effect = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = ["execute-api:/*"],
      Condition = { IpAddress = { "aws:SourceIp" = ["192.0.2.0/24", "2001:db8::/32"] } }
    }]
    error_message = "Nobody else may call."
  }
}

run "asks_for_tokens_of_a_user_pool" {
  command = plan

  variables {
    cognito_user_pool_arns = ["arn:aws:cognito-idp:eu-west-3:123456789012:userpool/eu-west-3_AbCdEfGhI"]
    authorized_paths       = ["/api/runs", "/api/runs/{id}"]
  }

  assert {
    condition     = toset([for path, item in jsondecode(aws_api_gateway_rest_api.this.body).paths : path if can(item.x-amazon-apigateway-any-method.security)]) == toset(["/api/runs", "/api/runs/{id}"])
    error_message = "Tokens are asked for at these paths alone."
  }
  assert {
    condition     = alltrue([for path in ["/api/runs", "/api/runs/{id}"] : !can(jsondecode(aws_api_gateway_rest_api.this.body).paths[path].options.security) && jsondecode(aws_api_gateway_rest_api.this.body).paths[path].options.x-amazon-apigateway-integration.type == "aws_proxy"])
    error_message = "Preflights carry no token, and the function answers them."
  }
  assert {
    condition     = tolist(jsondecode(aws_api_gateway_rest_api.this.body).components.securitySchemes.tokens.x-amazon-apigateway-authorizer.providerARNs) == tolist(var.cognito_user_pool_arns)
    error_message = "The authorizer must ask the pools that were given."
  }
}

run "stands_behind_a_firewall_that_lets_batches_pass" {
  command = plan

  variables {
    waf = { enabled = true, calls_per_address = 50000 }
  }

  assert {
    condition     = aws_wafv2_web_acl.this[0].scope == "REGIONAL" && length(aws_wafv2_web_acl.this[0].rule) == 4
    error_message = "The firewall has a rate and three groups of AWS."
  }
  assert {
    condition     = one([for rule in aws_wafv2_web_acl.this[0].rule : rule.statement[0].rate_based_statement[0].limit if rule.name == "rate"]) == 50000
    error_message = "The limit of an address must be the one that was given."
  }
  assert {
    condition     = contains(one([for rule in aws_wafv2_web_acl.this[0].rule : rule.statement[0].managed_rule_group_statement[0].rule_action_override[*].name if rule.name == "AWSManagedRulesCommonRuleSet"]), "SizeRestrictions_BODY")
    error_message = "A batch of readings is larger than the 8 KB that AWS's rule allows."
  }
  assert {
    condition     = startswith(aws_cloudwatch_log_group.waf[0].name, "aws-waf-logs-") && one(aws_wafv2_web_acl_logging_configuration.this[0].redacted_fields).single_header[0].name == "authorization"
    error_message = "What is blocked is logged, without tokens."
  }
}

run "refuses_a_name_in_upper_case" {
  command = plan
  variables {
    name = "Sentori"
  }
  expect_failures = [var.name]
}

run "refuses_a_route_to_no_function" {
  command = plan
  variables {
    routes = { "/" = "runs", "/{proxy+}" = "nobody" }
  }
  expect_failures = [var.routes]
}

run "refuses_to_leave_unknown_paths_to_the_gateway" {
  command = plan
  variables {
    routes = { "/api/runs" = "runs" }
  }
  expect_failures = [var.routes]
}

run "refuses_a_greedy_variable_in_the_middle" {
  command = plan
  variables {
    routes = { "/" = "runs", "/{proxy+}" = "runs", "/{all+}/runs" = "runs" }
  }
  expect_failures = [var.routes]
}

run "refuses_what_is_no_domain_name" {
  command = plan
  variables {
    domain_name = "https://api.sentori-studio.com/"
  }
  expect_failures = [var.domain_name]
}

run "refuses_an_origin_with_a_path" {
  command = plan
  variables {
    allowed_origins = ["https://app-iot.sentori-studio.com/"]
  }
  expect_failures = [var.allowed_origins]
}

run "refuses_what_is_no_network" {
  command = plan
  variables {
    allowed_cidrs = ["192.0.2.0"]
  }
  expect_failures = [var.allowed_cidrs]
}

run "refuses_a_user_pool_by_id" {
  command = plan
  variables {
    cognito_user_pool_arns = ["eu-west-3_AbCdEfGhI"]
  }
  expect_failures = [var.cognito_user_pool_arns]
}

run "refuses_more_calls_than_an_account_has" {
  command = plan
  variables {
    throttling = { rate = 20000 }
  }
  expect_failures = [var.throttling]
}

run "refuses_fewer_calls_than_waf_can_count" {
  command = plan
  variables {
    waf = { enabled = true, calls_per_address = 5 }
  }
  expect_failures = [var.waf]
}

run "refuses_a_retention_that_cloudwatch_does_not_have" {
  command = plan
  variables {
    log_retention_days = 31
  }
  expect_failures = [var.log_retention_days]
}
