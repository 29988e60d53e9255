# Copied beside versions.tf when the bucket is there: see the README.
terraform {
  backend "s3" {
    bucket       = "sentori-terraform-state-123456789012"
    key          = "bootstrap.tfstate"
    region       = "eu-west-3"
    use_lockfile = true
    encrypt      = true
  }
}
