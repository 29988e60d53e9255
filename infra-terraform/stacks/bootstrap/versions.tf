terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.25"
    }
  }

  # No backend: the first state lies on the disk, for there is no bucket yet. The README says how it moves.
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      Project     = "sentori"
      Environment = "all"
      Stack       = "bootstrap"
      ManagedBy   = "terraform"
    }
  }
}
