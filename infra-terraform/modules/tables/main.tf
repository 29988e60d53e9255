resource "aws_dynamodb_table" "this" {
  for_each = var.tables

  name         = "${var.name}-${each.key}"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = each.value.partition_key
  range_key    = each.value.sort_key

  deletion_protection_enabled = var.deletion_protection

  dynamic "attribute" {
    for_each = [each.value.partition_key, each.value.sort_key]
    content {
      name = attribute.value
      type = "S"
    }
  }

  ttl {
    enabled        = true
    attribute_name = each.value.ttl_attribute
  }

  point_in_time_recovery {
    enabled                 = true
    recovery_period_in_days = var.recovery_days
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = var.kms_key_arn
  }

  # Bounds what a runaway client can cost; beyond it the functions answer 503.
  on_demand_throughput {
    max_read_request_units  = var.max_read_units
    max_write_request_units = var.max_write_units
  }

  tags = var.tags
}
