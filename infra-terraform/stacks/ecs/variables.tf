variable "region" {
  description = "Region of AWS."
  type        = string
  default     = "eu-west-3"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "The region must be one of AWS, as eu-west-3."
  }
}

variable "name" {
  description = "Begins the name of everything. Keep sentori unless the role for Terraform has been made for another one."
  type        = string
  default     = "sentori"

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,8}[a-z0-9]$", var.name))
    error_message = "The name must be 3 to 10 lower-case letters and digits, a letter first."
  }
}

variable "environment" {
  description = "Which of several: `production` has the plain host names, others have theirs with `-ENVIRONMENT` behind."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,10}[a-z0-9]$", var.environment))
    error_message = "The environment must be 3 to 12 lower-case letters and digits, a letter first: dev, staging, production."
  }
}

variable "zone_name" {
  description = "Public hosted zone of the host names, which must exist."
  type        = string
  default     = "sentori-studio.com"

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.zone_name))
    error_message = "The zone must be a domain in lower case, as example.com."
  }
}

variable "zones" {
  description = "Availability zones, 2 or 3."
  type        = number
  default     = 2
}

variable "nat" {
  description = "Ways out of the private subnets: `one`, which is cheaper, or `per_zone`, which outlives a zone."
  type        = string
  default     = "one"

  validation {
    condition     = contains(["one", "per_zone"], var.nat)
    error_message = "NAT is one or per_zone; parked does without."
  }
}

variable "permissions_boundary_arn" {
  description = "Policy that bounds all roles made here, as the stack bootstrap tells it; null for none."
  type        = string
  default     = null
}

variable "architecture" {
  description = "Processor that the images are built for: X86_64 or ARM64."
  type        = string
  default     = "X86_64"
}

variable "log_retention_days" {
  description = "Days that log lines are kept."
  type        = number
  default     = 365
}

variable "alarm_emails" {
  description = "Addresses that are told of alarms."
  type        = list(string)
  default     = []
}

variable "deletion_protection" {
  description = "Whether what holds data or is the way in can be deleted only after this is turned off."
  type        = bool
  default     = true
}

variable "parked" {
  description = "Whether the stack stands idle: what holds data stays, what is billed by the hour goes as far as it can."
  type        = bool
  default     = false
}

variable "web_acl_arn" {
  description = "Web ACL (WAFv2, regional) in front of the load balancer; null for none."
  type        = string
  default     = null
}

variable "cidr" {
  description = "Addresses of the network, a private /16 to /20."
  type        = string
  default     = "10.20.0.0/16"
}

variable "app_image" {
  description = "Image of the server in ECR, by digest."
  type        = string
}

variable "prometheus_image" {
  description = "Image of Prometheus in ECR, by digest."
  type        = string
}

variable "grafana_image" {
  description = "Image of Grafana in ECR, by digest."
  type        = string
}

variable "grafana" {
  description = "Size of Grafana's task, and further settings (GF_…), such as a sign-in by an identity provider. Raise `password_version` by one for a new password of admin."
  type = object({
    cpu              = optional(number, 256)
    memory           = optional(number, 512)
    environment      = optional(map(string), {})
    password_version = optional(number, 1)
  })
  default = {}
}

variable "app" {
  description = "Tasks of the server: their size, how many at least and under load at most, and the average CPU in percent and requests a minute and task that add some."
  type = object({
    cpu             = optional(number, 512)
    memory          = optional(number, 1024)
    min             = optional(number, 1)
    max             = optional(number, 2)
    cpu_target      = optional(number, 60)
    requests_target = optional(number, 6000)
  })
  default = {}
}

variable "prometheus" {
  description = "Size of Prometheus' task, and how long and how much it keeps."
  type = object({
    cpu       = optional(number, 256)
    memory    = optional(number, 512)
    retention = optional(object({ time = optional(string, "15d"), size = optional(string, "20GB") }), {})
  })
  default = {}
}

variable "database" {
  description = "PostgreSQL: version, class, GiB of disk at first and at most, whether a second instance stands by, and days of backups."
  type = object({
    engine_version = optional(string, "18")
    instance_class = optional(string, "db.t4g.small")
    storage        = optional(object({ first = optional(number, 20), most = optional(number, 100) }), {})
    multi_az       = optional(bool, true)
    backup_days    = optional(number, 7)
  })
  default = {}
}

variable "auth_mode" {
  description = "Who may call: `jwt` (bearer tokens), or `open` (everyone whom `allowed_cidrs` let in)."
  type        = string
  default     = "jwt"

  validation {
    condition     = contains(["jwt", "open"], var.auth_mode)
    error_message = "The mode is jwt or open."
  }
}

variable "jwt_issuer" {
  description = "With `jwt`: the issuer, as tokens name it."
  type        = string
  default     = null

  validation {
    condition     = var.auth_mode != "jwt" || can(regex("^https://", var.jwt_issuer))
    error_message = "The mode jwt needs the issuer of tokens, by https."
  }
}

variable "jwt_audience" {
  description = "With `jwt`: for whom tokens must be."
  type        = string
  default     = null

  validation {
    condition     = var.auth_mode != "jwt" || length(coalesce(var.jwt_audience, " ")) > 1
    error_message = "The mode jwt needs the audience of tokens."
  }
}

variable "jwt_jwks_url" {
  description = "With `jwt`: where the issuer publishes its keys, by https at port 443, which alone tasks reach."
  type        = string
  default     = null

  validation {
    condition     = var.auth_mode != "jwt" || can(regex("^https://[^/:]+(:443)?/", var.jwt_jwks_url))
    error_message = "The mode jwt needs the address of the issuer's keys, by https at port 443."
  }
}

variable "jwt_client_id" {
  description = "With `jwt`: by which the console presents itself to the issuer; null for none."
  type        = string
  default     = null
}

variable "jwt_user_claim" {
  description = "With `jwt`: claim that names the user; null for preferred_username."
  type        = string
  default     = null
}

variable "jwt_roles_claim" {
  description = "With `jwt`: claim that names the roles; null for roles."
  type        = string
  default     = null
}

variable "allowed_cidrs" {
  description = "Addresses that the load balancer lets in. Empty lets everyone in, which the mode `open` refuses; it takes none wider than /8 either."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.allowed_cidrs : can(cidrhost(cidr, 0))])
    error_message = "Each must be a CIDR block, as 203.0.113.0/24."
  }

  validation {
    condition     = var.auth_mode != "open" || length(var.allowed_cidrs) > 0
    error_message = "The mode open needs the addresses that may call."
  }

  validation {
    condition     = var.auth_mode != "open" || var.i_accept_public_open_access || alltrue([for cidr in var.allowed_cidrs : try(tonumber(split("/", cidr)[1]) >= 8, true)])
    error_message = "In the mode open everyone in these addresses may start and stop runs. Blocks wider than /8 are refused unless i_accept_public_open_access is true."
  }
}

variable "i_accept_public_open_access" {
  description = "Whether the mode `open` may be open to the whole internet: anyone may then start runs, fill the database and stop the runs of others."
  type        = bool
  default     = false
}

variable "allowed_origins" {
  description = "Web pages that may call; null for the product's own."
  type        = list(string)
  default     = null

  validation {
    condition     = alltrue([for origin in coalesce(var.allowed_origins, []) : can(regex("^https?://[^/,*]+$", origin))])
    error_message = "Each origin must be a scheme and a host, as https://app.example.com."
  }
}

variable "max_running" {
  description = "Runs at once."
  type        = number
  default     = 5

  validation {
    condition     = var.max_running >= 1 && floor(var.max_running) == var.max_running
    error_message = "There must be room for one run at least."
  }
}

variable "run_retention_days" {
  description = "Days that a run stays after its end; null for ever."
  type        = number
  default     = null

  validation {
    condition     = coalesce(var.run_retention_days, 1) >= 1
    error_message = "A run stays for a day at least."
  }
}

variable "frontend_target" {
  description = "What the name app-iot stands for: DNS name and zone of a distribution or load balancer that serves the web front; null for no such name."
  type = object({
    dns_name               = string
    zone_id                = string
    evaluate_target_health = optional(bool, false)
  })
  default = null
}
