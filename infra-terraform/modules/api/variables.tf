variable "name" {
  description = "Name of the API, and prefix of what belongs to it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,60}$", var.name))
    error_message = "The name must be 2 to 61 characters of a-z, 0-9 and hyphens, and begin with a letter."
  }
}

variable "description" {
  description = "What it serves, in a sentence."
  type        = string
  default     = "Simulation runs and their readings."
}

variable "functions" {
  description = "The functions by a name of the caller's: what each is called, the alias that is called, and the ARN by which a gateway calls it."
  type = map(object({
    name       = string
    alias      = string
    invoke_arn = string
  }))
}

variable "routes" {
  description = "Which function answers at which path, whatever the method. `/{proxy+}` says who answers where there is no path."
  type        = map(string)

  validation {
    condition     = alltrue([for path in keys(var.routes) : can(regex("^(/|(/([A-Za-z0-9._-]+|{[A-Za-z]+}))+|(/([A-Za-z0-9._-]+|{[A-Za-z]+}))*/{[A-Za-z]+\\+})$", path))])
    error_message = "A path is / or segments of letters, digits, dots, hyphens and underscores or {variables}; only the last may be {greedy+}."
  }

  validation {
    condition     = contains(keys(var.routes), "/") && contains(keys(var.routes), "/{proxy+}")
    error_message = "Somebody must answer at / and at /{proxy+}, or the gateway refuses such calls in words of its own."
  }

  validation {
    condition     = alltrue([for function in values(var.routes) : contains(keys(var.functions), function)])
    error_message = "Each path must be answered by one of the functions."
  }
}

variable "domain_name" {
  description = "The name that callers know the API by; it is served at the root."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.domain_name))
    error_message = "The domain name must be a full one in lower case, as api.example.com."
  }
}

variable "certificate_arn" {
  description = "A validated certificate of the domain name, of the API's region."
  type        = string
}

variable "allowed_origins" {
  description = "Web pages that may read the gateway's own answers; the functions know their list themselves."
  type        = list(string)

  validation {
    condition     = alltrue([for origin in var.allowed_origins : can(regex("^https?://[a-z0-9.-]+(:[0-9]{1,5})?$", origin))])
    error_message = "An origin is a scheme, a host and perhaps a port, without a path."
  }
}

variable "allowed_cidrs" {
  description = "Networks that may call; empty for all."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.allowed_cidrs : can(cidrhost(cidr, 0))])
    error_message = "A network is written as 192.0.2.0/24 or 2001:db8::/32."
  }
}

variable "cognito_user_pool_arns" {
  description = "User pools whose tokens the gateway asks for before it calls a function; empty for none."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.cognito_user_pool_arns : can(regex("^arn:aws[a-z-]*:cognito-idp:[a-z0-9-]+:[0-9]{12}:userpool/", arn))])
    error_message = "A user pool must be named by its ARN."
  }
}

variable "authorized_paths" {
  description = "Paths at which the gateway asks for a token, where there are user pools."
  type        = list(string)
  default     = []
}

variable "throttling" {
  description = "Calls a second and at once that the gateway lets through, of all callers together. An existing web front alone sends up to 500 a second."
  type = object({
    rate  = optional(number, 2000)
    burst = optional(number, 2000)
  })
  default = {}

  validation {
    condition     = var.throttling.rate >= 1 && var.throttling.rate <= 10000 && var.throttling.burst >= 1 && var.throttling.burst <= 5000
    error_message = "The rate must be 1 to 10,000 and the burst 1 to 5,000, which is what an account has."
  }
}

variable "waf" {
  description = "Whether a firewall stands before the API, and how many calls it lets one address make in 5 minutes."
  type = object({
    enabled           = optional(bool, false)
    calls_per_address = optional(number, 300000)
  })
  default = {}

  validation {
    condition     = var.waf.calls_per_address >= 10 && var.waf.calls_per_address <= 2000000000
    error_message = "WAF counts between 10 and 2,000,000,000 calls."
  }
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

variable "log_retention_days" {
  description = "Days that logs are kept."
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

variable "tags" {
  description = "Tags of all that is created."
  type        = map(string)
  default     = {}
}
