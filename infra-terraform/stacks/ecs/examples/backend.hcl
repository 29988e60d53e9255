# terraform init -backend-config=examples/backend.hcl; the bucket is told by the stack bootstrap.
bucket = "sentori-terraform-state-123456789012"
key    = "ecs/production.tfstate"
region = "eu-west-3"
