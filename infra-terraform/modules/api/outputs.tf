output "url" {
  description = "Where the API is; paths follow at once, without a stage."
  value       = "https://${aws_api_gateway_domain_name.this.domain_name}"
}

output "name" {
  description = "Name of the API, by which its metrics are found."
  value       = aws_api_gateway_rest_api.this.name
}

output "stage_name" {
  description = "Name of the stage, by which its metrics are found."
  value       = aws_api_gateway_stage.this.stage_name
}

output "alias" {
  description = "What the domain name must stand for: a DNS name and its zone."
  value = {
    name    = aws_api_gateway_domain_name.this.regional_domain_name
    zone_id = aws_api_gateway_domain_name.this.regional_zone_id
  }
}

output "access_log_name" {
  description = "Name of the access log."
  value       = aws_cloudwatch_log_group.access.name
}

output "has_firewall" {
  description = "Whether a firewall stands before it."
  value       = length(aws_wafv2_web_acl.this) > 0
}
