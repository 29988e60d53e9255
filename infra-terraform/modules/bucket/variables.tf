variable "name" {
  description = "Name of the bucket, the only one of the world."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.name))
    error_message = "The name must be 3 to 63 characters of a-z, 0-9 and hyphens. Dots break TLS."
  }
}

variable "kms_key_arn" {
  description = "Key that encrypts what is kept here."
  type        = string
}

variable "versioned" {
  description = "Whether an object that is replaced or deleted stays as a former version."
  type        = bool
}

variable "former_versions" {
  description = "Of versions that were replaced: how many stay in any case, and after how many days the others go."
  type = object({
    kept = optional(number, 10)
    days = optional(number, 90)
  })
  default = {}

  validation {
    condition     = var.former_versions.kept >= 1 && var.former_versions.kept <= 100 && var.former_versions.days >= 1
    error_message = "S3 keeps 1 to 100 former versions, for at least a day."
  }
}

variable "expire_days" {
  description = "Days after which objects go, by what their names begin with."
  type        = map(number)
  default     = {}

  validation {
    condition     = alltrue([for days in values(var.expire_days) : days >= 1 && floor(days) == days])
    error_message = "Objects stay for whole days, at least one."
  }
}

variable "force_destroy" {
  description = "Whether the bucket may be deleted with what is in it."
  type        = bool
  default     = false
}

variable "tags" {
  description = "Tags of the bucket."
  type        = map(string)
  default     = {}
}
