variable "region" {
  description = "AWS region of the state, the images and the stacks."
  type        = string
  default     = "eu-west-3"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "The region must be one of AWS, as eu-west-3."
  }
}

variable "name" {
  description = "What all names begin with, here and in the other stacks: the role that applies them may touch no others."
  type        = string
  default     = "sentori"

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{1,11}$", var.name))
    error_message = "The name must be 2 to 12 characters of a-z and 0-9, and begin with a letter."
  }
}

variable "zone_name" {
  description = "Public hosted zone in Route 53: the only one in which the role may change records."
  type        = string
  default     = "sentori-studio.com"

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", var.zone_name))
    error_message = "The zone must be a domain name in lower case, without a dot at its end."
  }
}

variable "principals" {
  description = "Users and roles, by ARN, that may take the role which applies the stacks."
  type        = list(string)

  validation {
    condition     = length(var.principals) > 0 && alltrue([for principal in var.principals : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:(user|role)/[A-Za-z0-9+=,.@_/-]+$", principal))])
    error_message = "Name at least one user or role by its ARN, as arn:aws:iam::123456789012:role/deployer; no account as a whole and no wildcard."
  }
}

variable "require_mfa" {
  description = "Whether they must have signed in with a second factor. Roles of IAM Identity Center and of CI carry no such sign: false there."
  type        = bool
  default     = true
}

variable "images_kept" {
  description = "How many images of each kind stay. Tasks name images by digest: keep more than you would ever roll back."
  type        = number
  default     = 30

  validation {
    condition     = var.images_kept >= 5 && var.images_kept <= 1000 && floor(var.images_kept) == var.images_kept
    error_message = "Keep 5 to 1,000 images."
  }
}
