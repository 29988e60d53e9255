variable "region" {
  description = "Region of AWS."
  type        = string
  default     = "eu-west-3"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "The region must be one of AWS, as eu-west-3."
  }
}

variable "name" {
  description = "Begins the name of everything. Keep sentori unless the role for Terraform has been made for another one."
  type        = string
  default     = "sentori"

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,8}[a-z0-9]$", var.name))
    error_message = "The name must be 3 to 10 lower-case letters and digits, a letter first."
  }
}

variable "environment" {
  description = "Which of several: `production` has the plain host names, others have theirs with `-ENVIRONMENT` behind."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,10}[a-z0-9]$", var.environment))
    error_message = "The environment must be 3 to 12 lower-case letters and digits, a letter first: dev, staging, production."
  }
}

variable "zone_name" {
  description = "Public hosted zone of the host names, which must exist."
  type        = string
  default     = "sentori-studio.com"

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.zone_name))
    error_message = "The zone must be a domain in lower case, as example.com."
  }
}

variable "zones" {
  description = "Availability zones, 2 or 3."
  type        = number
  default     = 2
}

variable "nat" {
  description = "Ways out of the private subnets: `one`, which is cheaper, or `per_zone`, which outlives a zone."
  type        = string
  default     = "one"

  validation {
    condition     = contains(["one", "per_zone"], var.nat)
    error_message = "NAT is one or per_zone; parked does without."
  }
}

variable "permissions_boundary_arn" {
  description = "Policy that bounds all roles made here, as the stack bootstrap tells it; null for none."
  type        = string
  default     = null
}

variable "architecture" {
  description = "Processor that the images are built for: X86_64 or ARM64."
  type        = string
  default     = "X86_64"
}

variable "log_retention_days" {
  description = "Days that log lines are kept."
  type        = number
  default     = 365
}

variable "alarm_emails" {
  description = "Addresses that are told of alarms."
  type        = list(string)
  default     = []
}

variable "deletion_protection" {
  description = "Whether what holds data or is the way in can be deleted only after this is turned off."
  type        = bool
  default     = true
}

variable "parked" {
  description = "Whether the stack stands idle: what holds data stays, what is billed by the hour goes as far as it can."
  type        = bool
  default     = false
}

variable "web_acl_arn" {
  description = "Web ACL (WAFv2, regional) in front of the load balancer; null for none."
  type        = string
  default     = null
}

variable "cidr" {
  description = "Addresses of the network, a private /16 to /20. It is another network than that of the stack ecs; other addresses let them be joined one day."
  type        = string
  default     = "10.21.0.0/16"
}

variable "grafana_image" {
  description = "Image of Grafana in ECR, by digest."
  type        = string
}

variable "grafana" {
  description = "Size of Grafana's task, and further settings (GF_…), such as a sign-in by an identity provider. Raise `password_version` by one for a new password of admin."
  type = object({
    cpu              = optional(number, 256)
    memory           = optional(number, 512)
    environment      = optional(map(string), {})
    password_version = optional(number, 1)
  })
  default = {}
}

variable "allowed_cidrs" {
  description = "Addresses that the load balancer lets in; empty lets everyone in, who then has to sign in."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.allowed_cidrs : can(cidrhost(cidr, 0))])
    error_message = "Each must be a CIDR block, as 203.0.113.0/24."
  }
}

variable "log_group_names" {
  description = "Log groups that Grafana may query: what the stack serverless tells as `log_groups`."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for name in var.log_group_names : can(regex("^[A-Za-z0-9_/.#-]{1,512}$", name))])
    error_message = "Each must be the name of a log group, without wildcards."
  }
}
