output "names" {
  description = "The tables' names in AWS, by the names that were given."
  value       = { for name, table in aws_dynamodb_table.this : name => table.name }
}

output "arns" {
  description = "The tables' ARNs, by the names that were given."
  value       = { for name, table in aws_dynamodb_table.this : name => table.arn }
}

output "tables" {
  description = "What the tables are like, by the names that were given: name, keys, attribute of expiry and billing."
  value = {
    for name, table in aws_dynamodb_table.this : name => {
      name         = table.name
      hash_key     = table.hash_key
      range_key    = table.range_key
      ttl          = one([for ttl in table.ttl : ttl.attribute_name if ttl.enabled])
      billing_mode = table.billing_mode
    }
  }
}
