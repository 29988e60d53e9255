variable "name" {
  description = "Name of the stack; prefix of what is made here."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}[a-z0-9]$", var.name))
    error_message = "The name must be lower-case letters, digits and hyphens, begin with a letter and have 32 characters at most."
  }
}

variable "service" {
  description = "Name of the service, of its container, and in the private DNS namespace."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.service))
    error_message = "The service must be lower-case letters, digits and hyphens, 3 to 20 of them."
  }
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

variable "parked" {
  description = "Whether the service is away for the time being. It keeps nothing, so it is deleted and made again."
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

variable "image" {
  description = "Image in ECR, by digest or by a tag other than latest of a repository whose tags are immutable."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?/[a-z0-9][a-z0-9._/-]*(@sha256:[0-9a-f]{64}|:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})$", var.image)) && !endswith(var.image, ":latest")
    error_message = "The image must be one of ECR, by digest (…@sha256:…) or by a tag that never moves; not latest."
  }
}

variable "cpu" {
  description = "CPU units of a task: 1024 are one."
  type        = number

  validation {
    condition     = contains([256, 512, 1024, 2048, 4096, 8192, 16384], var.cpu)
    error_message = "Fargate has 256, 512, 1024, 2048, 4096, 8192 or 16384 units."
  }
}

variable "memory" {
  description = "Memory of a task in MiB."
  type        = number

  validation {
    condition = contains({
      256   = [512, 1024, 2048]
      512   = range(1024, 4097, 1024)
      1024  = range(2048, 8193, 1024)
      2048  = range(4096, 16385, 1024)
      4096  = range(8192, 30721, 1024)
      8192  = range(16384, 61441, 4096)
      16384 = range(32768, 122881, 8192)
    }[var.cpu], var.memory)
    error_message = "Fargate has 2 to 8 times as much memory as CPU, in steps: 1024 to 4096 MiB for 512 units, 2048 to 8192 for 1024."
  }
}

variable "architecture" {
  description = "Processor that the image is built for: X86_64 or ARM64."
  type        = string
  default     = "X86_64"

  validation {
    condition     = contains(["X86_64", "ARM64"], var.architecture)
    error_message = "The architecture is X86_64 or ARM64."
  }
}

variable "user" {
  description = "User and group of the process, by number, as in the image."
  type        = string

  validation {
    condition     = can(regex("^[1-9][0-9]*:[0-9]+$", var.user))
    error_message = "The user must be a number other than 0 (root), with the group: 10001:10001."
  }
}

variable "command" {
  description = "Arguments of the image's entry point; null for the image's own."
  type        = list(string)
  default     = null
}

variable "port" {
  description = "Port that the service is called at."
  type        = number
}

variable "further_ports" {
  description = "Further ports that it listens on."
  type        = list(number)
  default     = []
}

variable "environment" {
  description = "What the process is told. No secrets: they are readable by whoever may describe tasks."
  type        = map(string)
  default     = {}

  validation {
    condition     = !anytrue([for name in keys(var.environment) : can(regex("PASSWORD|SECRET|TOKEN|CREDENTIAL", upper(name)))])
    error_message = "Secrets come by secrets, not by environment."
  }
}

variable "secrets" {
  description = "What the process is told in confidence: by name of the variable, the ARN of a secret of Secrets Manager, which may be followed by :key:stage:version."
  type        = map(string)
  default     = {}
}

variable "secret_arns" {
  description = "ARNs of these secrets, which the task may read when it starts."
  type        = list(string)
  default     = []
}

variable "health_command" {
  description = "Command within the container that says by its exit code whether the process is well, in the form of Docker (CMD, …)."
  type        = list(string)

  validation {
    condition     = contains(["CMD", "CMD-SHELL"], var.health_command[0]) && length(var.health_command) > 1
    error_message = "The command must begin with CMD or CMD-SHELL."
  }
}

variable "start_seconds" {
  description = "Seconds that a start may take before failed health checks count."
  type        = number
  default     = 60

  validation {
    condition     = var.start_seconds >= 0 && var.start_seconds <= 300
    error_message = "A start may take 0 to 300 seconds."
  }
}

variable "stop_seconds" {
  description = "Seconds between SIGTERM and SIGKILL."
  type        = number
  default     = 30

  validation {
    condition     = var.stop_seconds >= 2 && var.stop_seconds <= 120
    error_message = "Fargate gives a task 2 to 120 seconds to stop."
  }
}

variable "writable" {
  description = "Folders that the process may write to, which are empty at each start: by name, the path. All others are read-only. The image declares them as volumes, whose owner and mode they get."
  type        = map(string)
  default     = {}
}

variable "file_system" {
  description = "Folder that outlives tasks, on EFS, mounted by an access point over TLS as the task's role; null for none."
  type = object({
    file_system_id  = string
    access_point_id = string
    path            = string
  })
  default = null
}

variable "task_policies" {
  description = "Policy documents of what the process may do in AWS, by name."
  type        = map(string)
  default     = {}
}

variable "tasks" {
  description = "Tasks at least and, under load, at most; by which average CPU in percent and how many requests a minute and task they are added; and how many of them a deployment keeps and may add, in percent."
  type = object({
    min                 = optional(number, 1)
    max                 = optional(number, 1)
    cpu_target          = optional(number, 60)
    requests_target     = optional(number)
    minimum_healthy     = optional(number, 100)
    maximum_in_rollouts = optional(number, 200)
  })
  default = {}

  validation {
    condition     = var.tasks.min >= 1 && var.tasks.min <= var.tasks.max
    error_message = "There must be one task at least, and as many at most as at least or more."
  }

  validation {
    condition     = var.tasks.cpu_target >= 10 && var.tasks.cpu_target <= 90
    error_message = "The average CPU to hold is 10 to 90 percent."
  }

  # Cloud Map answers with eight addresses at most: who looks for all tasks would miss the ninth.
  validation {
    condition     = var.namespace == null || var.tasks.max <= 8
    error_message = "At most eight tasks of a service are found by its private name."
  }
}

variable "namespace" {
  description = "Private DNS namespace in which the tasks are found by the service's name; null for none."
  type = object({
    id = string
  })
  default = null
}

variable "route" {
  description = "What the load balancer sends here: requests for `host` whose path fits one of `paths` (all, if empty), by rules from `priority` on. Targets are well when `health_path` answers 200; `drain_seconds` are left to requests under way. null: nothing."
  type = object({
    listener_arn      = string
    security_group_id = string
    arn_suffix        = string
    host              = string
    paths             = optional(list(string), [])
    priority          = number
    health_path       = string
    drain_seconds     = optional(number, 15)
  })
  default = null
}

variable "reaches" {
  description = "What it may call within the network: security group and TCP port, by name. Both ends are opened here, and nothing else is."
  type = map(object({
    security_group_id = string
    port              = number
  }))
  default = {}
}
