variables {
  kms_key_arn = "arn:aws:kms:eu-west-3:123456789012:key/11111111-2222-3333-4444-555555555555"
  name        = "sentori-test"
  tables = {
    Runs = { partition_key = "pk", sort_key = "sk", ttl_attribute = "expiresAt" }
  }
}

run "is_paid_by_the_request_and_guarded" {
  command = plan

  assert {
    condition     = aws_dynamodb_table.this["Runs"].billing_mode == "PAY_PER_REQUEST"
    error_message = "The table must be on demand."
  }
  assert {
    condition     = aws_dynamodb_table.this["Runs"].deletion_protection_enabled
    error_message = "The table must refuse to be deleted."
  }
  assert {
    condition     = aws_dynamodb_table.this["Runs"].point_in_time_recovery[0].enabled && aws_dynamodb_table.this["Runs"].point_in_time_recovery[0].recovery_period_in_days == 35
    error_message = "The table must be restorable to any second of 35 days."
  }
  assert {
    condition     = aws_dynamodb_table.this["Runs"].name == "sentori-test-Runs" && output.names == { Runs = "sentori-test-Runs" }
    error_message = "The table is called by the prefix and its name."
  }
}

run "has_the_keys_and_the_expiry_that_it_is_given" {
  command = plan

  variables {
    tables = { Other = { partition_key = "a", sort_key = "b", ttl_attribute = "goes" } }
  }

  assert {
    condition     = aws_dynamodb_table.this["Other"].hash_key == "a" && aws_dynamodb_table.this["Other"].range_key == "b"
    error_message = "The keys must be those that were given."
  }
  assert {
    condition     = toset([for attribute in aws_dynamodb_table.this["Other"].attribute : "${attribute.name} ${attribute.type}"]) == toset(["a S", "b S"])
    error_message = "Only keys are declared, as texts: any other attribute makes each plan differ."
  }
  assert {
    condition     = aws_dynamodb_table.this["Other"].ttl[0].enabled && aws_dynamodb_table.this["Other"].ttl[0].attribute_name == "goes"
    error_message = "Items must expire by the attribute that was given."
  }
}

run "is_encrypted_by_the_key_that_it_is_given" {
  command = plan

  assert {
    condition     = aws_dynamodb_table.this["Runs"].server_side_encryption[0].enabled && aws_dynamodb_table.this["Runs"].server_side_encryption[0].kms_key_arn == var.kms_key_arn
    error_message = "The key must be the one that was given."
  }
}

run "can_be_bounded_in_cost" {
  command = plan

  variables {
    max_read_units  = 4000
    max_write_units = 2000
  }

  assert {
    condition     = aws_dynamodb_table.this["Runs"].on_demand_throughput[0].max_read_request_units == 4000 && aws_dynamodb_table.this["Runs"].on_demand_throughput[0].max_write_request_units == 2000
    error_message = "The limits must be those that were given."
  }
}

run "refuses_a_prefix_in_upper_case" {
  command = plan
  variables {
    name = "Sentori"
  }
  expect_failures = [var.name]
}

run "refuses_a_table_without_a_proper_name" {
  command = plan
  variables {
    tables = { "R!" = { partition_key = "pk", sort_key = "sk", ttl_attribute = "expiresAt" } }
  }
  expect_failures = [var.tables]
}

run "refuses_more_days_than_there_are" {
  command = plan
  variables {
    recovery_days = 36
  }
  expect_failures = [var.recovery_days]
}

run "refuses_a_key_by_alias" {
  command = plan
  variables {
    kms_key_arn = "alias/sentori"
  }
  expect_failures = [var.kms_key_arn]
}

run "refuses_no_reads_at_all" {
  command = plan
  variables {
    max_read_units = 0
  }
  expect_failures = [var.max_read_units]
}

run "refuses_no_writes_at_all" {
  command = plan
  variables {
    max_write_units = 0
  }
  expect_failures = [var.max_write_units]
}
