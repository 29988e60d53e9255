override_data {
  target = data.aws_route53_zone.this
  values = { zone_id = "Z0123456789ABC" }
}

variables {
  environment  = "test"
  jwt_issuer   = "https://id.example.com"
  jwt_audience = "sentori"
  jwt_jwks_url = "https://id.example.com/keys"
  archive = {
    s3_bucket        = "archives"
    s3_key           = "server-lambda.zip"
    source_code_hash = "9JcLnQH7lDgEIKzu9tXDqJ8bL7uX5YyQW8QvQ3kqk4s="
  }
}

run "opens_for_a_network" {
  command = plan

  variables {
    auth_mode     = "open"
    allowed_cidrs = ["192.0.2.0/24"]
  }

  assert {
    condition     = [for name in keys(local.environment) : name if startswith(name, "SENTORI_AUTH_")] == ["SENTORI_AUTH_MODE"] && local.environment.SENTORI_AUTH_MODE == "open"
    error_message = "An open API knows no issuer."
  }
}

run "opens_for_the_world_where_somebody_says_so" {
  command = plan

  variables {
    auth_mode                   = "open"
    allowed_cidrs               = ["0.0.0.0/0", "::/0"]
    i_accept_public_open_access = true
  }

  assert {
    condition     = local.environment.SENTORI_AUTH_MODE == "open"
    error_message = "It was accepted."
  }
}

run "refuses_to_open_without_networks" {
  command = plan
  variables {
    auth_mode = "open"
  }
  expect_failures = [var.allowed_cidrs]
}

run "refuses_to_open_for_all_of_ipv4" {
  command = plan
  variables {
    auth_mode     = "open"
    allowed_cidrs = ["192.0.2.0/24", "0.0.0.0/0"]
  }
  expect_failures = [var.allowed_cidrs]
}

run "refuses_to_open_for_all_of_ipv6" {
  command = plan
  variables {
    auth_mode     = "open"
    allowed_cidrs = ["::/0"]
  }
  expect_failures = [var.allowed_cidrs]
}

run "refuses_what_is_no_network" {
  command = plan
  variables {
    allowed_cidrs = ["192.0.2.1"]
  }
  expect_failures = [var.allowed_cidrs]
}

run "refuses_an_unknown_mode" {
  command = plan
  variables {
    auth_mode = "none"
  }
  expect_failures = [var.auth_mode]
}

run "refuses_tokens_without_an_issuer" {
  command = plan
  variables {
    jwt_issuer = null
  }
  expect_failures = [var.auth_mode]
}

run "refuses_tokens_without_an_audience" {
  command = plan
  variables {
    jwt_audience = null
  }
  expect_failures = [var.auth_mode]
}

run "refuses_tokens_without_keys" {
  command = plan
  variables {
    jwt_jwks_url = null
  }
  expect_failures = [var.auth_mode]
}

run "refuses_keys_that_can_be_changed_on_their_way" {
  command = plan
  variables {
    jwt_jwks_url = "http://id.example.com/keys"
  }
  expect_failures = [var.jwt_jwks_url]
}

run "refuses_a_user_pool_where_nobody_has_tokens" {
  command = plan
  variables {
    auth_mode              = "open"
    allowed_cidrs          = ["192.0.2.0/24"]
    cognito_user_pool_arns = ["arn:aws:cognito-idp:eu-west-3:123456789012:userpool/eu-west-3_AbCdEfGhI"]
  }
  expect_failures = [var.cognito_user_pool_arns]
}

run "refuses_what_is_no_region" {
  command = plan
  variables {
    region = "Paris"
  }
  expect_failures = [var.region]
}

run "refuses_a_long_name" {
  command = plan
  variables {
    name = "sentori-simulations"
  }
  expect_failures = [var.name]
}

run "refuses_an_environment_in_upper_case" {
  command = plan
  variables {
    environment = "Production"
  }
  expect_failures = [var.environment]
}

run "refuses_a_zone_with_a_dot_at_its_end" {
  command = plan
  variables {
    zone_name = "sentori-studio.com."
  }
  expect_failures = [var.zone_name]
}

run "refuses_an_origin_with_a_path" {
  command = plan
  variables {
    allowed_origins = ["https://app-iot.sentori-studio.com/"]
  }
  expect_failures = [var.allowed_origins]
}

run "refuses_an_archive_in_two_places" {
  command = plan
  variables {
    archive = { filename = "./versions.tf", s3_bucket = "archives", s3_key = "server-lambda.zip", source_code_hash = "x" }
  }
  expect_failures = [var.archive]
}

run "refuses_an_object_whose_change_nobody_would_see" {
  command = plan
  variables {
    archive = { s3_bucket = "archives", s3_key = "server-lambda.zip" }
  }
  expect_failures = [var.archive]
}

run "refuses_no_runs_at_all" {
  command = plan
  variables {
    max_running = 0
  }
  expect_failures = [var.max_running]
}

run "refuses_a_negative_grace" {
  command = plan
  variables {
    grace_seconds = -1
  }
  expect_failures = [var.grace_seconds]
}

run "refuses_half_a_day" {
  command = plan
  variables {
    retention_days = 0.5
  }
  expect_failures = [var.retention_days]
}

run "refuses_a_negative_limit" {
  command = plan
  variables {
    rate_limit = -1
  }
  expect_failures = [var.rate_limit]
}

run "refuses_an_unknown_dimension" {
  command = plan
  variables {
    metrics_dimensions = ["Sensor"]
  }
  expect_failures = [var.metrics_dimensions]
}

run "refuses_a_grafana_without_tls" {
  command = plan
  variables {
    grafana_url = "http://grafana.example.com"
  }
  expect_failures = [var.grafana_url]
}
