variables {
  domain_name = "api.sentori-studio.com"
  zone_id     = "Z0123456789ABC"
}

run "is_proved_by_a_record_in_the_zone" {
  command = plan

  assert {
    condition     = aws_acm_certificate.this.validation_method == "DNS"
    error_message = "Validation by mail needs a person at each renewal."
  }
  assert {
    condition     = keys(aws_route53_record.validation) == ["api.sentori-studio.com"]
    error_message = "One name is proved by one record."
  }
  assert {
    condition     = aws_route53_record.validation["api.sentori-studio.com"].zone_id == "Z0123456789ABC"
    error_message = "The record must be in the zone that was given."
  }
}

run "proves_every_name" {
  command = plan

  variables {
    subject_alternative_names = ["grafana.sentori-studio.com", "app.sentori-studio.com"]
  }

  assert {
    condition = toset(keys(aws_route53_record.validation)) == toset([
      "api.sentori-studio.com", "app.sentori-studio.com", "grafana.sentori-studio.com"
    ])
    error_message = "Each name needs its record."
  }
}

run "gives_out_the_certificate_only_when_it_is_validated" {
  command = apply

  assert {
    condition     = output.arn == aws_acm_certificate.this.arn && aws_acm_certificate_validation.this.certificate_arn == aws_acm_certificate.this.arn
    error_message = "The ARN must come from the validation."
  }
  assert {
    condition     = length(aws_acm_certificate_validation.this.validation_record_fqdns) == 1
    error_message = "The validation must wait for the records."
  }
}

run "refuses_what_is_no_domain_name" {
  command = plan

  variables {
    domain_name = "https://api.sentori-studio.com"
  }

  expect_failures = [var.domain_name]
}

run "refuses_a_further_name_that_is_none" {
  command = plan

  variables {
    subject_alternative_names = ["Grafana"]
  }

  expect_failures = [var.subject_alternative_names]
}

run "refuses_a_zone_by_name" {
  command = plan

  variables {
    zone_id = "sentori-studio.com"
  }

  expect_failures = [var.zone_id]
}
