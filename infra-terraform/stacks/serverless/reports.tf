module "reports" {
  source = "../../modules/bucket"

  # No dots: the functions name the bucket in the host.
  name        = "${local.name}-reports-${data.aws_caller_identity.current.account_id}"
  kms_key_arn = module.key.arn

  # What is in it can be built again; nothing is versioned, and all of it goes.
  versioned     = false
  force_destroy = true
  expire_days   = { "reports/" = 7, "progress/" = 1 }
}

# Pages come here by a redirect, after which browsers name no origin; the signature in the address is the key.
resource "aws_s3_bucket_cors_configuration" "reports" {
  bucket = module.reports.name

  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = ["*"]
    expose_headers  = ["Content-Disposition"]
    max_age_seconds = 600
  }
}
