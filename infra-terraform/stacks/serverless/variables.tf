variable "region" {
  description = "AWS region."
  type        = string
  default     = "eu-west-3"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "The region must be one of AWS, as eu-west-3."
  }
}

variable "name" {
  description = "What all names begin with; the same as in the stack bootstrap, whose role may touch no others."
  type        = string
  default     = "sentori"

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,11}$", var.name))
    error_message = "The name must be 2 to 12 characters of a-z and 0-9, and begin with a letter."
  }
}

variable "environment" {
  description = "Which of the installations this is, as dev, staging or production."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,11}$", var.environment))
    error_message = "The environment must be 2 to 12 characters of a-z and 0-9, and begin with a letter."
  }
}

variable "zone_name" {
  description = "Public hosted zone in Route 53 that the names are made in: api-lambda-iot in production, api-lambda-iot-dev in dev."
  type        = string
  default     = "sentori-studio.com"

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.zone_name))
    error_message = "The zone must be a domain name in lower case, without a dot at its end."
  }
}

variable "parked" {
  description = "Whether the installation rests: functions take no calls, the schedule stands still, firewall and alarms are gone; data stays."
  type        = bool
  default     = false
}

# Who may call

variable "auth_mode" {
  description = "How callers prove who they are: jwt (a bearer token), or open (they need not)."
  type        = string
  default     = "jwt"

  validation {
    condition     = contains(["jwt", "open"], var.auth_mode)
    error_message = "The mode is jwt or open."
  }

  validation {
    condition     = var.auth_mode != "jwt" || (var.jwt_issuer != null && var.jwt_audience != null && var.jwt_jwks_url != null)
    error_message = "The mode jwt needs jwt_issuer, jwt_audience and jwt_jwks_url."
  }
}

variable "jwt_issuer" {
  description = "Issuer of tokens, as they name it; with jwt."
  type        = string
  default     = null
}

variable "jwt_audience" {
  description = "Audience that a token must be meant for; with jwt."
  type        = string
  default     = null
}

variable "jwt_jwks_url" {
  description = "Where the issuer publishes its keys; with jwt."
  type        = string
  default     = null

  validation {
    condition     = var.jwt_jwks_url == null || can(regex("^https://[^\\s]+$", var.jwt_jwks_url))
    error_message = "The keys must be at an https address: whoever can change them on their way can sign tokens."
  }
}

variable "jwt_user_claim" {
  description = "Claim that names the user."
  type        = string
  default     = "preferred_username"
}

variable "jwt_roles_claim" {
  description = "Claim that names the roles (viewer, operator, admin)."
  type        = string
  default     = "roles"
}

variable "jwt_client_id" {
  description = "By which the console presents itself to the issuer; null where people do not sign in from it."
  type        = string
  default     = null
}

variable "cognito_user_pool_arns" {
  description = "Where the issuer is a user pool of Cognito: have the gateway refuse calls without a valid identity token too."
  type        = list(string)
  default     = []

  validation {
    condition     = length(var.cognito_user_pool_arns) == 0 || var.auth_mode == "jwt"
    error_message = "Only the mode jwt knows tokens."
  }
}

variable "allowed_cidrs" {
  description = "Networks that may call; empty for all, which the mode open refuses."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.allowed_cidrs : can(cidrhost(cidr, 0))])
    error_message = "A network is written as 192.0.2.0/24 or 2001:db8::/32."
  }

  validation {
    condition     = var.auth_mode != "open" || length(var.allowed_cidrs) > 0
    error_message = "The mode open needs allowed_cidrs: without tokens, the network is all that keeps strangers out."
  }

  validation {
    condition = var.auth_mode != "open" || var.i_accept_public_open_access || alltrue([
      for cidr in var.allowed_cidrs : !can(regex("/0+$", cidr))
    ])
    error_message = "In the mode open a network of /0 lets everyone in the world start runs: set i_accept_public_open_access if that is what you want."
  }
}

variable "i_accept_public_open_access" {
  description = "In the mode open: that everyone in the world may do everything."
  type        = bool
  default     = false
}

variable "allowed_origins" {
  description = "Web pages that may call."
  type        = list(string)
  default     = ["https://app-iot.sentori-studio.com", "http://localhost:4200"]

  validation {
    condition     = alltrue([for origin in var.allowed_origins : can(regex("^https?://[a-z0-9.-]+(:[0-9]{1,5})?$", origin))])
    error_message = "An origin is a scheme, a host and perhaps a port, without a path."
  }
}

variable "throttling" {
  description = "Calls a second and at once that the gateway lets through, of all callers together. An existing web front alone sends up to 500 a second."
  type = object({
    rate  = optional(number, 2000)
    burst = optional(number, 2000)
  })
  default = {}
}

variable "waf" {
  description = "Whether a firewall stands before the API, and how many calls it lets one address make in 5 minutes."
  type = object({
    enabled           = optional(bool, false)
    calls_per_address = optional(number, 300000)
  })
  default = {}
}

# What runs

variable "archive" {
  description = "The functions' code: a local file (without one, the archive that the build left), or an object of a bucket in the region. An object needs `source_code_hash`, the SHA-256 in Base64, by which a change is seen."
  type = object({
    filename          = optional(string)
    s3_bucket         = optional(string)
    s3_key            = optional(string)
    s3_object_version = optional(string)
    source_code_hash  = optional(string)
  })
  default = {}

  validation {
    condition     = var.archive.filename == null || var.archive.s3_bucket == null
    error_message = "Name a local file or a bucket, not both."
  }

  validation {
    condition     = (var.archive.s3_bucket == null) == (var.archive.s3_key == null) && (var.archive.s3_bucket == null || var.archive.source_code_hash != null)
    error_message = "A bucket needs s3_key and source_code_hash."
  }
}

variable "architecture" {
  description = "Processor of the functions: arm64 costs a fifth less than x86_64."
  type        = string
  default     = "arm64"
}

variable "memory_size" {
  description = "Memory of each function in MB; the share of a processor grows with it."
  type        = number
  default     = 1024
}

variable "reserved_concurrency" {
  description = "Calls at once that are kept for each function and are its most; -1 for what the account has left."
  type        = number
  default     = -1
}

variable "max_table_units" {
  description = "Most read and write units a second of each table, which bounds what a day can cost; -1 for as many as the account allows."
  type = object({
    read  = optional(number, -1)
    write = optional(number, -1)
  })
  default = {}
}

variable "max_running" {
  description = "Runs at once."
  type        = number
  default     = 5

  validation {
    condition     = var.max_running >= 1 && floor(var.max_running) == var.max_running
    error_message = "At least one run must be allowed."
  }
}

variable "grace_seconds" {
  description = "Seconds that a run may outlive its planned end or its last reading."
  type        = number
  default     = 120

  validation {
    condition     = var.grace_seconds >= 0 && var.grace_seconds <= 86400 && floor(var.grace_seconds) == var.grace_seconds
    error_message = "The grace is 0 to 86,400 whole seconds."
  }
}

variable "retention_days" {
  description = "Days that a run stays after its planned end; 0 for ever. Holds for runs that start after the change."
  type        = number
  default     = 0

  validation {
    condition     = var.retention_days >= 0 && var.retention_days <= 36500 && floor(var.retention_days) == var.retention_days
    error_message = "The retention is 0 to 36,500 whole days."
  }
}

variable "rate_limit" {
  description = "Calls a second of each user, counted by each instance of a function by itself; 0 for any number."
  type        = number
  default     = 0

  validation {
    condition     = var.rate_limit >= 0 && floor(var.rate_limit) == var.rate_limit
    error_message = "The limit is 0 or a whole number of calls."
  }
}

variable "metrics_dimensions" {
  description = "What metrics of readings are told apart by; each combination of values is billed as a metric (0.30 USD a month). Empty for no such metrics."
  type        = list(string)
  default     = ["SensorId", "User", "RunId", "Type"]

  validation {
    condition     = alltrue([for dimension in var.metrics_dimensions : contains(["SensorId", "User", "RunId", "Type"], dimension)])
    error_message = "The dimensions are some of SensorId, User, RunId and Type."
  }
}

variable "grafana_url" {
  description = "Where runs are looked at; null for grafana-lambda-iot in the zone (with the environment behind it, unless that is production), which the stack grafana makes."
  type        = string
  default     = null

  validation {
    condition     = var.grafana_url == null || can(regex("^https://[^\\s]+$", var.grafana_url))
    error_message = "Grafana must be at an https address."
  }
}

# Keeping and watching

variable "deletion_protection" {
  description = "Whether the tables refuse to be deleted. Turn it off in an apply of its own before a destroy."
  type        = bool
  default     = true
}

variable "log_retention_days" {
  description = "Days that logs are kept."
  type        = number
  default     = 365
}

variable "tracing" {
  description = "Whether calls are traced with X-Ray."
  type        = bool
  default     = false
}

variable "detailed_metrics" {
  description = "Whether calls, errors and latency are measured for each route and method too: five metrics each (0.30 USD a month). Those of the whole stage are always there."
  type        = bool
  default     = true
}

variable "alarm_emails" {
  description = "Addresses that are told of alarms; each must confirm once."
  type        = list(string)
  default     = []
}

variable "permissions_boundary_arn" {
  description = "The policy that bounds the stack's roles: `workload_boundary_arn` of the stack bootstrap, whose role may make no others. Null where somebody else applies."
  type        = string
  default     = null
}
