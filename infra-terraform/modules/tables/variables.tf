variable "name" {
  description = "Prefix of the tables' names."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}$", var.name))
    error_message = "The prefix must be 2 to 31 characters of a-z, 0-9 and hyphens, and begin with a letter."
  }
}

variable "tables" {
  description = "The tables by name: two keys, both texts, and the attribute that holds the second from which an item may go."
  type = map(object({
    partition_key = string
    sort_key      = string
    ttl_attribute = string
  }))

  validation {
    condition     = alltrue([for name in keys(var.tables) : can(regex("^[A-Za-z0-9_.-]{3,200}$", name))])
    error_message = "A table's name must be 3 to 200 characters of letters, digits, underscores, dots and hyphens."
  }
}

variable "deletion_protection" {
  description = "Whether a table refuses to be deleted. Turn it off in an apply of its own before a destroy."
  type        = bool
  default     = true
}

variable "recovery_days" {
  description = "How many days back a table can be restored to any second."
  type        = number
  default     = 35

  validation {
    condition     = var.recovery_days >= 1 && var.recovery_days <= 35 && floor(var.recovery_days) == var.recovery_days
    error_message = "DynamoDB keeps between 1 and 35 whole days."
  }
}

variable "kms_key_arn" {
  description = "Key that encrypts what is kept here."
  type        = string

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/", var.kms_key_arn))
    error_message = "The key must be named by its ARN, as arn:aws:kms:eu-west-3:123456789012:key/…: DynamoDB takes no alias."
  }
}

variable "max_read_units" {
  description = "Most read units a second of each table; -1 for as many as the account allows."
  type        = number
  default     = -1

  validation {
    condition     = var.max_read_units == -1 || var.max_read_units >= 1
    error_message = "The limit must be at least 1, or -1 for none."
  }
}

variable "max_write_units" {
  description = "Most write units a second of each table; -1 for as many as the account allows."
  type        = number
  default     = -1

  validation {
    condition     = var.max_write_units == -1 || var.max_write_units >= 1
    error_message = "The limit must be at least 1, or -1 for none."
  }
}

variable "tags" {
  description = "Tags of the tables."
  type        = map(string)
  default     = {}
}
