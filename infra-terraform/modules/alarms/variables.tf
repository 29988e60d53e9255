variable "name" {
  description = "Prefix of the alarms' names, and name of their topic."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,40}[a-z0-9]$", var.name))
    error_message = "The name must be lower-case letters, digits and hyphens, begin with a letter and have 42 characters at most."
  }
}

variable "emails" {
  description = "Addresses that are told. Each gets a mail first in which it has to agree."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for email in var.emails : can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", email))])
    error_message = "Each must be an address of mail, as oncall@example.com."
  }
}

variable "enabled" {
  description = "Whether alarms exist; false for a parked stack, which would ring for being parked."
  type        = bool
  default     = true
}

variable "alarms" {
  description = "Alarms by name: `metric` of `namespace` over `dimensions`; `statistic` (Average, Sum, Minimum, Maximum, or a percentile as p99) of `period` seconds compares (`above` or `below`) with `threshold`, in each of `periods`. Missing data is `notBreaching` unless said otherwise: `breaching` where silence is the fault."
  type = map(object({
    description = string
    namespace   = string
    metric      = string
    dimensions  = map(string)
    statistic   = string
    above       = optional(number)
    below       = optional(number)
    period      = optional(number, 60)
    periods     = optional(number, 5)
    missing     = optional(string, "notBreaching")
  }))

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : (alarm.above == null) != (alarm.below == null)])
    error_message = "An alarm rings above or below a figure: give one of the two."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : can(regex("^(Average|Sum|Minimum|Maximum|p[0-9]{1,2}(\\.[0-9]+)?)$", alarm.statistic))])
    error_message = "The statistic is Average, Sum, Minimum, Maximum or a percentile as p99."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : contains(["breaching", "notBreaching", "ignore", "missing"], alarm.missing)])
    error_message = "Missing data is breaching, notBreaching, ignore or missing."
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
