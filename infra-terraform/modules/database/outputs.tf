output "address" {
  description = "Host name of the instance, known when it runs: tasks that start before it are given up."
  value       = aws_db_instance.this.address

  depends_on = [aws_rds_instance_state.this]
}

output "port" {
  description = "Port of the instance."
  value       = aws_db_instance.this.port
}

output "database" {
  description = "Name of the database."
  value       = aws_db_instance.this.db_name
}

output "identifier" {
  description = "As metrics and events name it."
  value       = aws_db_instance.this.identifier
}

output "security_group_id" {
  description = "Group of the instance, for those who reach it."
  value       = aws_security_group.this.id
}

output "secret_arn" {
  description = "Secret with `username` and `password`, which RDS changes every seven days."
  value       = one(aws_db_instance.this.master_user_secret).secret_arn
}

output "max_connections" {
  description = "Connections that the instance bears."
  value       = local.max_connections
}

output "first_storage" {
  description = "GiB of disk at first."
  value       = var.storage.first
}
