variable "name" {
  description = "Name of the stack that the key is for; its alias, and what the names of its log groups begin with."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,40}[a-z0-9]$", var.name))
    error_message = "The name must be lower-case letters, digits and hyphens, begin with a letter and have 42 characters at most."
  }
}

variable "log_groups" {
  description = "Further log groups that the key is for, where a service names them otherwise; * stands for any characters."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for group in var.log_groups : can(regex("^[A-Za-z0-9_./#-]{8,}\\*?$", group))])
    error_message = "A pattern must name at least 8 characters of the group, and may end in *."
  }
}

variable "tags" {
  description = "Tags of everything that is made here."
  type        = map(string)
  default     = {}
}
