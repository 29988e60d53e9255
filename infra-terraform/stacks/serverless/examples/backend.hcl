# terraform init -backend-config=examples/backend.hcl, with what the stack bootstrap put out.
bucket = "sentori-terraform-state-123456789012"
key    = "serverless/dev.tfstate"
region = "eu-west-3"
