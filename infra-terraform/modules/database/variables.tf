variable "name" {
  description = "Name of the instance; prefix of what belongs to it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,40}[a-z0-9]$", var.name))
    error_message = "The name must be lower-case letters, digits and hyphens, begin with a letter and have 42 characters at most."
  }
}

variable "vpc_id" {
  description = "Network that it stands in."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets without a way out, in two zones or more."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "A database wants subnets in two zones at least."
  }
}

variable "engine_version" {
  description = "PostgreSQL: the major version, whose newest minor is taken and kept up to date, or a minor one to start with."
  type        = string
  default     = "18"

  validation {
    condition     = can(regex("^(17|18)(\\.[0-9]+)?$", var.engine_version))
    error_message = "The version is 17 or 18, with or without the minor one."
  }
}

variable "instance_class" {
  description = "Size of the instance."
  type        = string
  default     = "db.t4g.small"

  validation {
    condition     = contains(["db.t4g.small", "db.t4g.medium", "db.t4g.large", "db.m7g.large", "db.m7g.xlarge", "db.m7g.2xlarge", "db.r7g.large", "db.r7g.xlarge", "db.r7g.2xlarge"], var.instance_class)
    error_message = "The class is db.t4g.small to .large, db.m7g.large to .2xlarge, or db.r7g.large to .2xlarge."
  }
}

variable "connections" {
  description = "Connections that its clients may hold at once, at the worst moment of a rollout."
  type        = number

  validation {
    condition     = var.connections >= 1
    error_message = "There must be one connection at least."
  }
}

variable "storage" {
  description = "Disk in GiB: at first, and at most, up to which it grows by itself when a tenth is left."
  type = object({
    first = optional(number, 20)
    most  = optional(number, 100)
  })
  default = {}

  validation {
    condition     = var.storage.first >= 20 && var.storage.most >= var.storage.first * 1.26
    error_message = "The disk has 20 GiB at least, and may grow to 126 percent of that or more."
  }
}

variable "multi_az" {
  description = "Whether a second instance in another zone takes over when the first fails."
  type        = bool
  default     = true
}

variable "backup_days" {
  description = "Days to any second of which the database can be brought back."
  type        = number
  default     = 7

  validation {
    condition     = var.backup_days >= 1 && var.backup_days <= 35
    error_message = "Backups are kept for 1 to 35 days."
  }
}

variable "deletion_protection" {
  description = "Whether the database can be deleted only after this is turned off."
  type        = bool
  default     = true
}

variable "parked" {
  description = "Whether the instance is stopped. AWS starts it again after seven days; the next apply stops it."
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
