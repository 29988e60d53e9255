output "state_bucket" {
  description = "Bucket of the states, for each stack's backend.hcl."
  value       = module.state.name
}

output "region" {
  description = "AWS region."
  value       = var.region
}

output "repository_urls" {
  description = "Where images are pushed to, by what they are of: app, grafana, prometheus."
  value       = { for image, repository in aws_ecr_repository.this : image => repository.repository_url }
}

output "terraform_role_arn" {
  description = "Role that applies the other stacks."
  value       = aws_iam_role.terraform.arn
}

output "workload_boundary_arn" {
  description = "Policy that bounds the roles of the stacks: their `permissions_boundary_arn`."
  value       = aws_iam_policy.boundary.arn
}
