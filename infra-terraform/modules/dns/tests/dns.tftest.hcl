variables {
  zone_id = "Z0123456789ABC"
  records = {
    api = {
      name          = "api-ecs-iot.sentori-studio.com"
      alias_name    = "sentori-1.eu-west-3.elb.amazonaws.com"
      alias_zone_id = "Z3Q77PNBQS71R4"
    }
    app = {
      name                   = "app-iot.sentori-studio.com"
      alias_name             = "d111111abcdef8.cloudfront.net"
      alias_zone_id          = "Z2FDTNDATAQYW2"
      evaluate_target_health = false
    }
  }
}

run "names_each_target_for_both_kinds_of_address" {
  command = plan

  assert {
    condition     = toset([for record in aws_route53_record.this : "${record.name} ${record.type}"]) == toset(["api-ecs-iot.sentori-studio.com A", "api-ecs-iot.sentori-studio.com AAAA", "app-iot.sentori-studio.com A", "app-iot.sentori-studio.com AAAA"])
    error_message = "Each name needs an A and an AAAA record."
  }
  assert {
    condition     = aws_route53_record.this["api-AAAA"].alias[0].name == "sentori-1.eu-west-3.elb.amazonaws.com" && aws_route53_record.this["api-AAAA"].alias[0].zone_id == "Z3Q77PNBQS71R4"
    error_message = "The alias must be the target in the target's zone."
  }
  assert {
    condition     = aws_route53_record.this["api-A"].zone_id == "Z0123456789ABC"
    error_message = "The record must be in the zone that was given."
  }
  assert {
    condition     = aws_route53_record.this["api-A"].alias[0].evaluate_target_health && !aws_route53_record.this["app-A"].alias[0].evaluate_target_health
    error_message = "Health is evaluated unless the caller says otherwise."
  }
}

run "tells_the_names_by_the_callers_keys" {
  command = apply

  assert {
    condition     = toset(keys(output.fqdns)) == toset(["api", "app"])
    error_message = "The names must be found under the keys that were given."
  }
}

run "makes_nothing_of_nothing" {
  command = plan

  variables {
    records = {}
  }

  assert {
    condition     = length(aws_route53_record.this) == 0
    error_message = "Without records nothing is to be created."
  }
}

run "refuses_a_relative_name" {
  command = plan

  variables {
    records = { api = { name = "api", alias_name = "x.eu-west-3.elb.amazonaws.com", alias_zone_id = "Z3Q77PNBQS71R4" } }
  }

  expect_failures = [var.records]
}

run "refuses_one_name_for_two_targets" {
  command = plan

  variables {
    records = {
      one = { name = "api.sentori-studio.com", alias_name = "x.eu-west-3.elb.amazonaws.com", alias_zone_id = "Z3Q77PNBQS71R4" }
      two = { name = "api.sentori-studio.com", alias_name = "y.eu-west-3.elb.amazonaws.com", alias_zone_id = "Z3Q77PNBQS71R4" }
    }
  }

  expect_failures = [var.records]
}

run "refuses_a_zone_by_name" {
  command = plan

  variables {
    zone_id = "sentori-studio.com"
  }

  expect_failures = [var.zone_id]
}
