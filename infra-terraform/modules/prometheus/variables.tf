variable "name" {
  description = "Name of the stack; prefix of what is made here."
  type        = string
}

variable "cluster" {
  description = "Cluster that it runs in."
  type = object({
    arn  = string
    name = string
  })
}

variable "network" {
  description = "Network and private subnets that it runs in."
  type = object({
    vpc_id     = string
    subnet_ids = list(string)
  })
}

variable "namespace" {
  description = "Private DNS namespace in which it is found as prometheus, and finds what it scrapes."
  type = object({
    id = string
  })
}

variable "image" {
  description = "Image in ECR, by digest."
  type        = string
}

variable "architecture" {
  description = "Processor that the image is built for: X86_64 or ARM64."
  type        = string
  default     = "X86_64"
}

variable "cpu" {
  description = "CPU units of the task: 1024 are one."
  type        = number
  default     = 256
}

variable "memory" {
  description = "Memory of the task in MiB."
  type        = number
  default     = 512
}

variable "retention" {
  description = "How long samples are kept, and how much room they may take, whichever comes first, as Prometheus writes it."
  type = object({
    time = optional(string, "15d")
    size = optional(string, "20GB")
  })
  default = {}

  validation {
    condition     = can(regex("^[1-9][0-9]*(h|d|w|y)$", var.retention.time)) && can(regex("^[1-9][0-9]*(MB|GB|TB)$", var.retention.size))
    error_message = "Retention is a time as 15d and a size as 20GB."
  }
}

variable "scrapes" {
  description = "What it scrapes: security group and port, by name."
  type = map(object({
    security_group_id = string
    port              = number
  }))
}

variable "parked" {
  description = "Whether it is away for the time being; what it has recorded stays."
  type        = bool
  default     = false
}

variable "log_retention_days" {
  description = "Days that log lines are kept."
  type        = number
  default     = 365
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
