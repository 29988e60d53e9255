output "name" {
  description = "Name of the function."
  value       = aws_lambda_function.this.function_name
}

output "alias" {
  description = "The alias that callers name."
  value       = aws_lambda_alias.live.name
}

output "alias_arn" {
  description = "ARN of the alias, for who calls it directly."
  value       = aws_lambda_alias.live.arn
}

output "invoke_arn" {
  description = "ARN by which API Gateway calls the alias."
  value       = aws_lambda_alias.live.invoke_arn
}

output "log_group_name" {
  description = "Name of the log."
  value       = aws_cloudwatch_log_group.this.name
}

output "reserved_concurrency" {
  description = "Calls at once that are kept for it; 0 where it rests."
  value       = aws_lambda_function.this.reserved_concurrent_executions
}
