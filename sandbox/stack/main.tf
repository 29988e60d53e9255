# What the demo plans: the shape of both backends, made of the built-in terraform_data, so that nothing is fetched and nothing is provided.

terraform {
  required_version = ">= 1.11"
}

variable "ecs_url" {
  description = "Address of the ecs backend."
  type        = string
}

variable "serverless_url" {
  description = "Address of the serverless backend."
  type        = string
}

variable "database_password" {
  description = "Of the database; a secret, to show that none is shown."
  type        = string
  sensitive   = true
}

resource "terraform_data" "network" {
  input = { cidr = "10.0.0.0/16", public = 2, private = 2, nat_gateways = 1 }
}

module "ecs" {
  source = "./modules/backend"
  kind   = "ecs"
  url    = var.ecs_url
  parts = {
    service  = { cpu = 512, memory = 1024, tasks = 2 }
    balancer = { tls = true }
    database = { engine = "postgres 18", size = "small", password = var.database_password }
  }
  depends_on = [terraform_data.network]
}

module "serverless" {
  source = "./modules/backend"
  kind   = "serverless"
  url    = var.serverless_url
  parts = {
    lambda_run_api    = { memory = 512, runtime = "java25" }
    lambda_sensor_api = { memory = 512, runtime = "java25" }
    runs              = { billing = "on demand" }
    sensor_data       = { billing = "on demand", ttl_days = 30 }
  }
}

output "api_url" {
  description = "Address of the ecs backend."
  value       = module.ecs.api_url
}

output "backend_kind" {
  description = "Which of the two it is."
  value       = "ecs"
}

output "environment" {
  description = "Its name."
  value       = "demo"
}
