variable "name" {
  description = "Name of the network; prefix of what is in it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,40}[a-z0-9]$", var.name))
    error_message = "The name must be lower-case letters, digits and hyphens, begin with a letter and have 42 characters at most."
  }
}

variable "cidr" {
  description = "Addresses of the network, a /16 to /20 of the private ranges. It is cut into sixteen: public subnets, private ones from the fifth on, those of databases from the ninth on."
  type        = string
  default     = "10.20.0.0/16"

  validation {
    condition     = can(cidrnetmask(var.cidr)) && can(regex("^(10\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|192\\.168\\.)", var.cidr)) && can(regex("/(16|17|18|19|20)$", var.cidr))
    error_message = "The addresses must be a private IPv4 range of /16 to /20, as 10.20.0.0/16."
  }
}

variable "zones" {
  description = "Availability zones that it spans."
  type        = number
  default     = 2

  validation {
    condition     = contains([2, 3], var.zones)
    error_message = "A network spans 2 or 3 zones: a load balancer wants two."
  }
}

variable "nat" {
  description = "Way out of the private subnets: `one` gateway for all (a zone that fails may take it along), `per_zone`, or `none` (a parked stack)."
  type        = string
  default     = "one"

  validation {
    condition     = contains(["none", "one", "per_zone"], var.nat)
    error_message = "NAT is none, one or per_zone."
  }
}

variable "database_subnets" {
  description = "Whether there are subnets for databases, which have no way out at all."
  type        = bool
  default     = false
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

variable "permissions_boundary_arn" {
  description = "Policy that bounds what the roles made here may ever do; null for none."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags of everything that is made here."
  type        = map(string)
  default     = {}
}
