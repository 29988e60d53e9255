# The API is one document: overwritten as a whole, so that what is no longer in it is gone, and deployed anew when it changes.
resource "aws_api_gateway_rest_api" "this" {
  name              = var.name
  description       = var.description
  body              = jsonencode(local.document)
  put_rest_api_mode = "overwrite"

  # Callers come by the domain alone: by the other name there would be a stage in the path, and no policy of TLS.
  disable_execute_api_endpoint = true

  endpoint_configuration {
    types = ["REGIONAL"]
  }

  tags = var.tags

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  description = "The document as it is now."

  triggers = {
    document = sha256(aws_api_gateway_rest_api.this.body)
  }

  lifecycle {
    # The stage must have gone over before the old one is deleted.
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "this" {
  #checkov:skip=CKV2_AWS_77:AWSManagedRulesKnownBadInputsRuleSet is one of the groups of the firewall, which the scanner does not unroll
  #checkov:skip=CKV_AWS_73:Tracing is billed by the call; it comes by tracing
  #checkov:skip=CKV_AWS_120:Answers are of this second and of one caller: there is nothing to cache
  #checkov:skip=CKV2_AWS_29:A firewall is billed by itself; it comes by waf
  #checkov:skip=CKV2_AWS_51:Functions are called by IAM, which needs no client certificate
  rest_api_id          = aws_api_gateway_rest_api.this.id
  deployment_id        = aws_api_gateway_deployment.this.id
  stage_name           = local.stage_name
  description          = "What callers reach."
  xray_tracing_enabled = var.tracing

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = jsonencode(local.access_log)
  }

  tags = var.tags

  # Otherwise the gateway makes the group itself, and keeps it for ever.
  depends_on = [aws_cloudwatch_log_group.execution]
}

resource "aws_api_gateway_method_settings" "all" {
  #checkov:skip=CKV_AWS_225:Answers are of this second and of one caller: there is nothing to cache
  #checkov:skip=CKV_AWS_308:There is no cache
  rest_api_id = aws_api_gateway_rest_api.this.id
  stage_name  = aws_api_gateway_stage.this.stage_name
  method_path = "*/*"

  settings {
    metrics_enabled        = var.detailed_metrics
    logging_level          = "ERROR"
    data_trace_enabled     = false # it would write tokens and bodies
    throttling_rate_limit  = var.throttling.rate
    throttling_burst_limit = var.throttling.burst
  }
}

resource "aws_lambda_permission" "gateway" {
  for_each = var.functions

  statement_id  = "gateway-${aws_api_gateway_rest_api.this.id}"
  action        = "lambda:InvokeFunction"
  function_name = each.value.name
  qualifier     = each.value.alias
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.this.execution_arn}/${local.stage_name}/*"
}

resource "aws_api_gateway_domain_name" "this" {
  domain_name              = var.domain_name
  regional_certificate_arn = var.certificate_arn
  security_policy          = "TLS_1_2"

  endpoint_configuration {
    types = ["REGIONAL"]
  }

  tags = var.tags
}

resource "aws_api_gateway_base_path_mapping" "root" {
  domain_name = aws_api_gateway_domain_name.this.domain_name
  api_id      = aws_api_gateway_rest_api.this.id
  stage_name  = aws_api_gateway_stage.this.stage_name
}
