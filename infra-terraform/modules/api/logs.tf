locals {
  # A line of JSON for each call; never a header, so never a token.
  access_log = {
    requestId          = "$context.requestId"
    time               = "$context.requestTime"
    ip                 = "$context.identity.sourceIp"
    method             = "$context.httpMethod"
    route              = "$context.resourcePath"
    path               = "$context.path"
    status             = "$context.status"
    responseType       = "$context.error.responseType"
    responseLength     = "$context.responseLength"
    latency            = "$context.responseLatency"
    integrationStatus  = "$context.integration.status"
    integrationLatency = "$context.integration.latency"
    wafStatus          = "$context.waf.status"
    traceId            = "$context.xrayTraceId"
  }
}

resource "aws_cloudwatch_log_group" "access" {
  name              = "/aws/apigateway/${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
  tags              = var.tags
}

resource "aws_cloudwatch_log_group" "execution" {
  name              = "API-Gateway-Execution-Logs_${aws_api_gateway_rest_api.this.id}/${local.stage_name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
  tags              = var.tags
}
