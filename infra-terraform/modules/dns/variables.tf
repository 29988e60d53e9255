variable "zone_id" {
  description = "The hosted zone of the records."
  type        = string

  validation {
    condition     = can(regex("^Z[A-Z0-9]{1,31}$", var.zone_id))
    error_message = "The zone must be named by its id, as Z0123456789ABCDEFGHIJ."
  }
}

variable "records" {
  description = "Names and what they stand for, under a key of the caller's: the full name, the target's DNS name and the zone of the target (as load balancers, distributions and gateways give them), and whether an unhealthy target is left out. CloudFront is never evaluated."
  type = map(object({
    name                   = string
    alias_name             = string
    alias_zone_id          = string
    evaluate_target_health = optional(bool, true)
  }))

  validation {
    condition     = alltrue([for record in values(var.records) : can(regex("^([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}$", record.name))])
    error_message = "Each record must have a full name in lower case, as api.example.com."
  }

  validation {
    condition     = length(distinct([for record in values(var.records) : record.name])) == length(var.records)
    error_message = "No name may stand for two targets."
  }
}
