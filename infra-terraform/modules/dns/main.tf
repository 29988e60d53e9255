locals {
  aliases = merge([
    for key, record in var.records : {
      for type in ["A", "AAAA"] : "${key}-${type}" => merge(record, { type = type })
    }
  ]...)
}

resource "aws_route53_record" "this" {
  for_each = local.aliases

  zone_id = var.zone_id
  name    = each.value.name
  type    = each.value.type

  alias {
    name                   = each.value.alias_name
    zone_id                = each.value.alias_zone_id
    evaluate_target_health = each.value.evaluate_target_health
  }
}
