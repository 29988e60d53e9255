output "fqdns" {
  description = "The full names, by the keys of the records."
  value       = { for key in keys(var.records) : key => aws_route53_record.this["${key}-A"].fqdn }
}
