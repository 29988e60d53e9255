output "api_url" {
  description = "Where the API is; paths follow at once."
  value       = module.api.url
}

output "grafana_url" {
  description = "Where runs are looked at."
  value       = local.grafana_url
}

output "backend_kind" {
  description = "Which of the product's two backends this is."
  value       = "serverless"
}

output "region" {
  description = "AWS region."
  value       = var.region
}

output "environment" {
  description = "Which of the installations this is."
  value       = var.environment
}

output "functions" {
  description = "Names of the functions in AWS, by the names in the code."
  value       = { for name, function in module.functions : name => function.name }
}

output "tables" {
  description = "Names of the tables in AWS, by the names in the code."
  value       = module.tables.names
}

output "log_groups" {
  description = "Names of the logs of the functions and of the API's calls: `log_group_names` of the stack grafana."
  value       = concat([for function in module.functions : function.log_group_name], [module.api.access_log_name])
}

output "alarm_topic_arn" {
  description = "Topic that tells of alarms, for other subscribers than mail."
  value       = module.alarms.topic_arn
}
