# One backend: its parts, and its address.

variable "kind" {
  description = "ecs or serverless."
  type        = string
}

variable "url" {
  description = "Where its API answers."
  type        = string
}

variable "parts" {
  description = "What it is made of, by name."
  type        = any
}

resource "terraform_data" "part" {
  for_each = nonsensitive(toset(keys(var.parts)))
  input    = var.parts[each.key]
}

resource "terraform_data" "api" {
  input            = { kind = var.kind, url = var.url }
  triggers_replace = [var.url]
}

output "api_url" {
  description = "Where its API answers."
  value       = terraform_data.api.output.url
}
