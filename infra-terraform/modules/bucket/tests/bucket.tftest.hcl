variables {
  kms_key_arn = "arn:aws:kms:eu-west-3:123456789012:key/11111111-2222-3333-4444-555555555555"
  name        = "sentori-test-reports-123456789012"
  versioned   = false
}

run "is_private_encrypted_and_kept" {
  command = plan

  assert {
    condition     = aws_s3_bucket_public_access_block.this.block_public_acls && aws_s3_bucket_public_access_block.this.block_public_policy && aws_s3_bucket_public_access_block.this.ignore_public_acls && aws_s3_bucket_public_access_block.this.restrict_public_buckets
    error_message = "The public must be kept out in all four ways."
  }
  assert {
    condition     = aws_s3_bucket_ownership_controls.this.rule[0].object_ownership == "BucketOwnerEnforced"
    error_message = "There must be no ACLs."
  }
  assert {
    condition     = one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default[0] == { sse_algorithm = "aws:kms", kms_master_key_id = var.kms_key_arn }
    error_message = "Objects must be encrypted by the key that was given."
  }
  assert {
    condition     = !aws_s3_bucket.this.force_destroy
    error_message = "A bucket that is not empty must not be deleted."
  }
  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Disabled" && [for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.id] == ["unfinished"]
    error_message = "Without versions only left uploads are cleared away."
  }
}

run "is_reached_by_tls_alone" {
  command = apply

  assert {
    condition = jsondecode(data.aws_iam_policy_document.tls_only.json).Statement == [{
      Sid       = "TlsOnly", Effect = "Deny", Principal = "*", Action = "s3:*"
      Resource  = ["${aws_s3_bucket.this.arn}/*", aws_s3_bucket.this.arn]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
    error_message = "Whatever comes without TLS must be refused, for bucket and objects."
  }
}

run "clears_away_what_has_had_its_time" {
  command = plan

  variables {
    expire_days = { "reports/" = 7, "progress/" = 1 }
  }

  assert {
    condition = {
      for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.filter[0].prefix => rule.expiration[0].days if length(rule.expiration) > 0
    } == { "reports/" = 7, "progress/" = 1 }
    error_message = "Objects must go after their days, by what their names begin with."
  }
}

run "keeps_former_versions_for_a_while" {
  command = plan

  variables {
    versioned       = true
    former_versions = { kept = 20, days = 365 }
  }

  assert {
    condition     = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled"
    error_message = "The bucket must be versioned."
  }
  assert {
    condition = one([
      for rule in aws_s3_bucket_lifecycle_configuration.this.rule : rule.noncurrent_version_expiration[0] if rule.id == "former-versions"
    ]) == { newer_noncurrent_versions = 20, noncurrent_days = 365 }
    error_message = "Twenty former versions stay in any case, others a year."
  }
}

run "refuses_a_name_with_dots" {
  command = plan
  variables {
    name = "sentori.reports"
  }
  expect_failures = [var.name]
}

run "refuses_to_keep_no_former_version" {
  command = plan
  variables {
    former_versions = { kept = 0 }
  }
  expect_failures = [var.former_versions]
}

run "refuses_half_a_day" {
  command = plan
  variables {
    expire_days = { "reports/" = 0.5 }
  }
  expect_failures = [var.expire_days]
}
