variable "name" {
  description = "Name of the cluster."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,40}[a-z0-9]$", var.name))
    error_message = "The name must be lower-case letters, digits and hyphens, begin with a letter and have 42 characters at most."
  }
}

variable "namespace" {
  description = "Private DNS name under which services find each other, with the network that it is known in; null for none."
  type = object({
    name   = string
    vpc_id = string
  })
  default = null

  validation {
    condition     = var.namespace == null || can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.namespace.name))
    error_message = "The namespace must be a DNS name in lower case, as sentori.internal."
  }
}

variable "log_retention_days" {
  description = "Days that log lines are kept; one of the numbers that CloudWatch takes."
  type        = number
  default     = 365

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "CloudWatch keeps log lines for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096 or more days, of its own list."
  }
}

variable "kms_key_arn" {
  description = "Key that encrypts what is kept here."
  type        = string
}

variable "tags" {
  description = "Tags of everything that is made here."
  type        = map(string)
  default     = {}
}
