output "url" {
  description = "Where Grafana is."
  value       = "https://${var.host}/"
}

output "admin_secret_arn" {
  description = "Secret that holds the password of admin."
  value       = aws_secretsmanager_secret.admin.arn
}

output "container" {
  description = "Its container as the task defines it; secrets by their ARNs alone."
  value       = module.service.container
}

output "target_group_arn_suffix" {
  description = "Its target group as metrics name it."
  value       = module.service.target_group_arn_suffix
}

output "log_group_name" {
  description = "Where its log is."
  value       = module.service.log_group_name
}

output "reaches" {
  description = "What it may call within the network: security group and port, by name."
  value       = module.service.reaches
}
