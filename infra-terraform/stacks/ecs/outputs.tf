output "api_url" {
  description = "Where the API is."
  value       = "https://${local.api_host}"
}

output "grafana_url" {
  description = "Where Grafana is."
  value       = module.grafana.url
}

output "backend_kind" {
  description = "Which backend this is, as /api/info says it."
  value       = "ecs"
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
  description = "Cluster of the services app, prometheus and grafana."
  value       = module.cluster.name
}

output "database_identifier" {
  description = "Instance of the database."
  value       = module.database.identifier
}

output "database_secret_arn" {
  description = "Secret that holds the database's user and password."
  value       = module.database.secret_arn
}

output "grafana_admin_secret_arn" {
  description = "Secret that holds the password of Grafana's admin."
  value       = module.grafana.admin_secret_arn
}

output "alarm_topic_arn" {
  description = "Topic that tells of alarms."
  value       = module.alarms.topic_arn
}

output "nat_addresses" {
  description = "Addresses from which tasks are seen outside, as by the issuer of tokens."
  value       = module.network.nat_addresses
}

output "log_group_names" {
  description = "Logs of the services."
  value       = { app = module.app.log_group_name, prometheus = module.prometheus.log_group_name, grafana = module.grafana.log_group_name }
}
