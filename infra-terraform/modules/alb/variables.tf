variable "name" {
  description = "Name of the load balancer; prefix of what belongs to it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "The name must be lower-case letters, digits and hyphens, begin with a letter and have 32 characters at most."
  }
}

variable "vpc_id" {
  description = "Network that it stands in."
  type        = string
}

variable "subnet_ids" {
  description = "Public subnets, in two zones or more."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "A load balancer wants subnets in two zones at least."
  }
}

variable "certificate_arn" {
  description = "Validated certificate for all names that it serves."
  type        = string
}

variable "allowed_cidrs" {
  description = "Who may call, IPv4 or IPv6."
  type        = list(string)

  validation {
    condition     = length(var.allowed_cidrs) > 0 && alltrue([for cidr in var.allowed_cidrs : can(cidrhost(cidr, 0))])
    error_message = "Say who may call, as CIDR blocks: 0.0.0.0/0 for everyone."
  }
}

variable "idle_timeout" {
  description = "Seconds after which an idle connection is closed. Targets must keep theirs for longer, and streams must say something more often."
  type        = number
  default     = 60

  validation {
    condition     = var.idle_timeout >= 30 && var.idle_timeout <= 4000
    error_message = "The idle time-out is 30 to 4000 seconds."
  }
}

variable "access_log_days" {
  description = "Days that access logs are kept."
  type        = number
  default     = 90

  validation {
    condition     = var.access_log_days >= 1
    error_message = "Access logs are kept for a day at least."
  }
}

variable "deletion_protection" {
  description = "Whether the load balancer can be deleted only after this is turned off."
  type        = bool
  default     = true
}

variable "web_acl_arn" {
  description = "Web ACL (WAFv2, regional) in front of it; null for none."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags of everything that is made here."
  type        = map(string)
  default     = {}
}
