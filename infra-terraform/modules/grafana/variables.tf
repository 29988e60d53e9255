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

variable "balancer" {
  description = "Load balancer that it is behind."
  type = object({
    listener_arn      = string
    security_group_id = string
    arn_suffix        = string
  })
}

variable "host" {
  description = "Its full name."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.host))
    error_message = "The host must be a full name in lower case, as grafana.example.com."
  }
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

variable "provisioning" {
  description = "Whose dashboards it shows: `ecs` asks Prometheus, `serverless` asks CloudWatch."
  type        = string

  validation {
    condition     = contains(["ecs", "serverless"], var.provisioning)
    error_message = "Dashboards are those of ecs or serverless."
  }
}

variable "reaches" {
  description = "What it asks within the network: security group and port, by name."
  type = map(object({
    security_group_id = string
    port              = number
  }))
  default = {}
}

variable "task_policies" {
  description = "Policy documents of what it may ask AWS, by name."
  type        = map(string)
  default     = {}
}

variable "environment" {
  description = "Further settings of Grafana (GF_…), such as a sign-in by an identity provider. No secrets."
  type        = map(string)
  default     = {}
}

variable "password_version" {
  description = "Raise it by one for a new password of admin."
  type        = number
  default     = 1

  validation {
    condition     = var.password_version >= 1 && floor(var.password_version) == var.password_version
    error_message = "The version is 1, 2, 3, …"
  }
}

variable "parked" {
  description = "Whether it is away for the time being."
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
