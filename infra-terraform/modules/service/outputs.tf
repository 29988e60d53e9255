output "security_group_id" {
  description = "Group of the tasks, for those who may reach them or are reached by them."
  value       = aws_security_group.this.id
}

output "task_role_arn" {
  description = "Role of the process."
  value       = aws_iam_role.task.arn
}

output "target_group_arn_suffix" {
  description = "Its target group as metrics name it; null without a route."
  value       = one(aws_lb_target_group.this[*].arn_suffix)
}

output "task_definition_arn" {
  description = "The revision of its task that Terraform made last."
  value       = aws_ecs_task_definition.this.arn
}

output "container" {
  description = "Its container as the task defines it; secrets by their ARNs alone."
  value       = local.container
}

output "log_group_name" {
  description = "Where its log is."
  value       = aws_cloudwatch_log_group.this.name
}

output "reaches" {
  description = "What it may call within the network: security group and port, by name."
  value       = var.reaches
}
