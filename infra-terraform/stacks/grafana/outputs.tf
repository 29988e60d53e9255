output "grafana_url" {
  description = "Where Grafana is."
  value       = module.grafana.url
}

output "backend_kind" {
  description = "Whose dashboards it shows."
  value       = "serverless"
}

output "region" {
  description = "Region of AWS."
  value       = var.region
}

output "environment" {
  description = "Which of several."
  value       = var.environment
}

output "cluster_name" {
  description = "Cluster of the service grafana."
  value       = module.cluster.name
}

output "grafana_admin_secret_arn" {
  description = "Secret that holds the password of Grafana's admin."
  value       = module.grafana.admin_secret_arn
}

output "alarm_topic_arn" {
  description = "Topic that tells of alarms."
  value       = module.alarms.topic_arn
}
