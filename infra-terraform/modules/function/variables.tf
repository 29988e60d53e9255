variable "name" {
  description = "Name of the function, its role and its log."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,64}$", var.name))
    error_message = "The name must be 1 to 64 letters, digits, hyphens and underscores."
  }
}

variable "description" {
  description = "What it does, in a sentence."
  type        = string
  default     = null
}

variable "handler" {
  description = "The class that Lambda makes."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)*\\.[A-Z][A-Za-z0-9]*$", var.handler))
    error_message = "The handler must be the full name of a class."
  }
}

variable "archive" {
  description = "Where the code is: a local file, or an object of a bucket in the function's region; and its SHA-256 in Base64, by which a change is seen."
  type = object({
    filename          = optional(string)
    s3_bucket         = optional(string)
    s3_key            = optional(string)
    s3_object_version = optional(string)
    source_code_hash  = optional(string)
  })

  validation {
    condition     = (var.archive.filename == null) != (var.archive.s3_bucket == null)
    error_message = "Name a local file or a bucket, and not both."
  }

  validation {
    condition     = (var.archive.s3_bucket == null) == (var.archive.s3_key == null)
    error_message = "A bucket needs the key of the object in it."
  }
}

variable "environment" {
  description = "Environment of the function. No secrets: whoever may look at the function sees it."
  type        = map(string)

  validation {
    condition     = length(var.environment) > 0
    error_message = "The functions need at least SENTORI_AUTH_MODE."
  }
}

variable "policies" {
  description = "What it may do beyond writing its log: policy documents by name."
  type        = map(string)
  default     = {}
}

variable "architecture" {
  description = "Processor: arm64 costs a fifth less, and SnapStart works on both."
  type        = string
  default     = "arm64"

  validation {
    condition     = contains(["arm64", "x86_64"], var.architecture)
    error_message = "Lambda has arm64 and x86_64."
  }
}

variable "memory_size" {
  description = "Memory in MB; the share of a processor grows with it (1,769 MB are a whole one)."
  type        = number
  default     = 1024

  validation {
    condition     = var.memory_size >= 512 && var.memory_size <= 10240 && floor(var.memory_size) == var.memory_size
    error_message = "The functions need 512 MB at least, and Lambda gives 10,240 at most."
  }
}

variable "timeout" {
  description = "Seconds that a call may take; API Gateway waits for 29."
  type        = number
  default     = 28

  validation {
    condition     = var.timeout >= 25 && var.timeout <= 28 && floor(var.timeout) == var.timeout
    error_message = "A summary takes up to 20 s, and the function must answer before the gateway gives up: 25 to 28 s."
  }
}

variable "reserved_concurrency" {
  description = "Calls at once that are kept for this function and are its most; -1 for what the account has left, 0 to let it rest."
  type        = number
  default     = -1

  validation {
    condition     = var.reserved_concurrency >= -1 && floor(var.reserved_concurrency) == var.reserved_concurrency
    error_message = "The number must be -1, 0 or more."
  }
}

variable "failure_queue" {
  description = "Queue that is told of asynchronous calls which failed; null where nobody calls so."
  type        = object({ arn = string })
  default     = null
}

variable "tracing" {
  description = "Whether calls are traced with X-Ray."
  type        = bool
  default     = false
}

variable "log_retention_days" {
  description = "Days that the log is kept."
  type        = number
  default     = 365

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "CloudWatch keeps logs for certain numbers of days only, as 7, 14, 30, 90, 365."
  }
}

variable "kms_key_arn" {
  description = "Key that encrypts what is kept here."
  type        = string
}

variable "permissions_boundary_arn" {
  description = "The policy that bounds the role, as the stack bootstrap made it; null for none."
  type        = string
  default     = null
}

variable "tags" {
  description = "Tags of all that is created."
  type        = map(string)
  default     = {}
}
