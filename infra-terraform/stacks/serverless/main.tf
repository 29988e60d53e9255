data "aws_caller_identity" "current" {}

data "aws_route53_zone" "this" {
  name         = var.zone_name
  private_zone = false
}

locals {
  name = "${var.name}-${var.environment}-serverless"

  # Production has the plain names.
  suffix      = var.environment == "production" ? "" : "-${var.environment}"
  host        = "api-lambda-iot${local.suffix}.${var.zone_name}"
  grafana_url = coalesce(var.grafana_url, "https://grafana-lambda-iot${local.suffix}.${var.zone_name}")

  # What the code says of itself: its tables, its functions and the contract that they serve.
  code     = "${path.module}/../../../server-lambda/src/main/resources/com/sentori/lambda"
  tables   = jsondecode(file("${local.code}/store/tables.json")).tables
  contract = yamldecode(file("${path.module}/../../../contract/src/main/resources/com/sentori/contract/openapi.yaml"))
  functions = {
    for function in jsondecode(file("${local.code}/functions/functions.json")).functions : function.name => function
  }

  routes = merge([for name, function in local.functions : { for path in function.paths : path => name }]...)

  # Where every operation wants a token.
  guarded_paths = [
    for path, item in local.contract.paths : path
    if contains(keys(local.routes), path) && alltrue([for method in ["get", "post"] : try(length(item[method].security), 1) > 0])
  ]
}

module "key" {
  source = "../../modules/key"

  name = local.name
  log_groups = [
    "/aws/lambda/${local.name}-*", "/aws/apigateway/${local.name}*", "API-Gateway-Execution-Logs_*", "aws-waf-logs-${local.name}*"
  ]
}

module "tables" {
  source = "../../modules/tables"

  name                = local.name
  deletion_protection = var.deletion_protection
  kms_key_arn         = module.key.arn
  max_read_units      = var.max_table_units.read
  max_write_units     = var.max_table_units.write

  tables = {
    for table in local.tables : table.name => {
      partition_key = table.partitionKey
      sort_key      = table.sortKey
      ttl_attribute = table.timeToLive
    }
  }
}

module "functions" {
  source   = "../../modules/function"
  for_each = local.functions

  name                     = "${local.name}-${each.key}"
  handler                  = each.value.handler
  archive                  = local.archive
  environment              = each.value.scheduled ? merge(local.environment, { SENTORI_REPORTS_BUCKET = module.reports.name }) : local.environment
  policies                 = merge({ tables = data.aws_iam_policy_document.tables.json }, each.value.scheduled ? { reports = data.aws_iam_policy_document.reports.json } : {})
  architecture             = var.architecture
  memory_size              = var.memory_size
  reserved_concurrency     = var.parked ? 0 : var.reserved_concurrency
  failure_queue            = each.value.scheduled ? { arn = aws_sqs_queue.failures.arn } : null
  tracing                  = var.tracing
  log_retention_days       = var.log_retention_days
  kms_key_arn              = module.key.arn
  permissions_boundary_arn = var.permissions_boundary_arn
}

module "certificate" {
  source = "../../modules/certificate"

  domain_name = local.host
  zone_id     = data.aws_route53_zone.this.zone_id
}

module "api" {
  source = "../../modules/api"

  name                   = local.name
  routes                 = local.routes
  domain_name            = local.host
  certificate_arn        = module.certificate.arn
  allowed_origins        = var.allowed_origins
  allowed_cidrs          = var.allowed_cidrs
  cognito_user_pool_arns = var.cognito_user_pool_arns
  authorized_paths       = local.guarded_paths
  throttling             = var.throttling
  waf                    = { enabled = var.waf.enabled && !var.parked, calls_per_address = var.waf.calls_per_address }
  tracing                = var.tracing
  detailed_metrics       = var.detailed_metrics
  log_retention_days     = var.log_retention_days
  kms_key_arn            = module.key.arn

  functions = {
    for name, function in module.functions : name => {
      name       = function.name
      alias      = function.alias
      invoke_arn = function.invoke_arn
    }
  }
}

module "dns" {
  source = "../../modules/dns"

  zone_id = data.aws_route53_zone.this.zone_id
  records = {
    api = {
      name          = local.host
      alias_name    = module.api.alias.name
      alias_zone_id = module.api.alias.zone_id
    }
  }
}
