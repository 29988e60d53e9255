variable "domain_name" {
  description = "The name that the certificate is for."
  type        = string

  validation {
    condition     = can(regex("^(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.domain_name)) && length(var.domain_name) <= 64
    error_message = "The domain name must be a full one in lower case, of 64 characters at most, as api.example.com."
  }
}

variable "subject_alternative_names" {
  description = "Further names that it is for."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for name in var.subject_alternative_names : can(regex("^(\\*\\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", name))])
    error_message = "Each further name must be a full one in lower case, as api.example.com."
  }
}

variable "zone_id" {
  description = "The public hosted zone that holds all of these names; the records that prove them are put there."
  type        = string

  validation {
    condition     = can(regex("^Z[A-Z0-9]{1,31}$", var.zone_id))
    error_message = "The zone must be named by its id, as Z0123456789ABCDEFGHIJ."
  }
}

variable "tags" {
  description = "Tags of the certificate."
  type        = map(string)
  default     = {}
}
