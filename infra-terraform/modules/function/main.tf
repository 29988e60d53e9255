resource "aws_lambda_function" "this" {
  #checkov:skip=CKV_AWS_115:Whether calls are kept for a function is the choice of who makes it
  #checkov:skip=CKV_AWS_116:Failed calls go to a destination, which tells more than a dead letter does: event_invoke_config below
  #checkov:skip=CKV_AWS_117:It calls DynamoDB, S3 and the issuer of tokens by TLS with its role; a VPC would add a NAT gateway and no wall
  #checkov:skip=CKV_AWS_173:There is no secret in it; Lambda encrypts it with a key of its own
  #checkov:skip=CKV_AWS_272:The archive comes from the build that is applied; nobody stands between who could sign it
  function_name = var.name
  description   = var.description
  role          = aws_iam_role.this.arn
  runtime       = "java25"
  handler       = var.handler
  architectures = [var.architecture]
  memory_size   = var.memory_size
  timeout       = var.timeout

  filename          = var.archive.filename
  s3_bucket         = var.archive.s3_bucket
  s3_key            = var.archive.s3_key
  s3_object_version = var.archive.s3_object_version
  source_code_hash  = var.archive.source_code_hash

  # SnapStart works on published versions alone, and each change is one: of code, environment or size.
  publish = true
  snap_start {
    apply_on = "PublishedVersions"
  }

  reserved_concurrent_executions = var.reserved_concurrency

  environment {
    variables = var.environment
  }

  # Text: as JSON, Lambda would wrap the lines in which the metrics are.
  logging_config {
    log_format = "Text"
    log_group  = aws_cloudwatch_log_group.this.name
  }

  tracing_config {
    mode = var.tracing ? "Active" : "PassThrough"
  }

  tags = var.tags

  # Publishing a version runs the function, which then already needs its rights and its log.
  depends_on = [aws_iam_role_policy.this, aws_iam_role_policy.log]
}

# Callers name the alias: it moves to a version only when that one's snapshot is ready.
resource "aws_lambda_alias" "live" {
  name             = "live"
  description      = "What callers reach."
  function_name    = aws_lambda_function.this.function_name
  function_version = aws_lambda_function.this.version
}

resource "aws_lambda_function_event_invoke_config" "live" {
  count = var.failure_queue == null ? 0 : 1

  function_name = aws_lambda_function.this.function_name
  qualifier     = aws_lambda_alias.live.name

  maximum_retry_attempts       = 0
  maximum_event_age_in_seconds = 60

  destination_config {
    on_failure {
      destination = var.failure_queue.arn
    }
  }

  # Lambda looks whether the role may send there.
  depends_on = [aws_iam_role_policy.failures]
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
  tags              = var.tags
}
