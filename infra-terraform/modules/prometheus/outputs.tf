output "security_group_id" {
  description = "Group of the task, for those who ask it."
  value       = module.service.security_group_id
}

output "port" {
  description = "Port that it is asked at."
  value       = local.port
}

output "container" {
  description = "Its container as the task defines it."
  value       = module.service.container
}

output "log_group_name" {
  description = "Where its log is."
  value       = module.service.log_group_name
}

output "reaches" {
  description = "What it may call within the network: security group and port, by name."
  value       = module.service.reaches
}
