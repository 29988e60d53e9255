locals {
  # What the functions read; what is not said here stays as the code has it.
  environment = merge(
    {
      SENTORI_AUTH_MODE          = var.auth_mode
      SENTORI_RUNS_TABLE         = module.tables.names["Runs"]
      SENTORI_SENSOR_DATA_TABLE  = module.tables.names["SensorData"]
      SENTORI_ALLOWED_ORIGINS    = join(",", var.allowed_origins)
      SENTORI_MAX_RUNNING        = tostring(var.max_running)
      SENTORI_GRACE_SECONDS      = tostring(var.grace_seconds)
      SENTORI_RETENTION_DAYS     = tostring(var.retention_days)
      SENTORI_RATE_LIMIT         = tostring(var.rate_limit)
      SENTORI_METRICS_DIMENSIONS = length(var.metrics_dimensions) == 0 ? "none" : join(",", var.metrics_dimensions)
      SENTORI_GRAFANA_URL        = local.grafana_url
    },
    var.auth_mode == "jwt" ? {
      SENTORI_AUTH_ISSUER      = var.jwt_issuer
      SENTORI_AUTH_AUDIENCE    = var.jwt_audience
      SENTORI_AUTH_JWKS        = var.jwt_jwks_url
      SENTORI_AUTH_USER_CLAIM  = var.jwt_user_claim
      SENTORI_AUTH_ROLES_CLAIM = var.jwt_roles_claim
    } : {},
    var.auth_mode == "jwt" && var.jwt_client_id != null ? { SENTORI_AUTH_CLIENT_ID = var.jwt_client_id } : {}
  )

  # The archive that `mvn package` left, unless another one is named.
  built = sort(fileset("${path.module}/../../../server-lambda/target", "server-lambda-*-lambda.zip"))
  archive_file = var.archive.s3_bucket != null ? null : (
    var.archive.filename != null ? var.archive.filename : (
      length(local.built) == 0 ? null : "${path.module}/../../../server-lambda/target/${reverse(local.built)[0]}"
    )
  )
  archive = {
    # A name that says what to do, where there is no archive: the check below says more.
    filename          = var.archive.s3_bucket == null ? coalesce(local.archive_file, "server-lambda-is-not-built.zip") : null
    s3_bucket         = var.archive.s3_bucket
    s3_key            = var.archive.s3_key
    s3_object_version = var.archive.s3_object_version
    source_code_hash = var.archive.source_code_hash != null ? var.archive.source_code_hash : (
      try(filebase64sha256(local.archive_file), null)
    )
  }
}

resource "terraform_data" "archive" {
  input = local.archive.source_code_hash

  lifecycle {
    precondition {
      condition     = local.archive.source_code_hash != null
      error_message = "There is no archive of the functions: build it with `mvn package -pl server-lambda -am -DskipTests`, or set `archive`."
    }
  }
}
