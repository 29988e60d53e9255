override_data {
  target = data.aws_route53_zone.this
  values = { zone_id = "Z0123456789ABC" }
}

variables {
  environment      = "dev"
  app_image        = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  prometheus_image = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/prometheus@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  grafana_image    = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/grafana@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  auth_mode        = "open"
  allowed_cidrs    = ["203.0.113.0/24"]
}

run "is_open_to_the_addresses_named" {
  command = plan

  assert {
    condition     = local.app_environment.SENTORI_AUTH_MODE == "open" && length([for name, value in local.app_environment : name if startswith(name, "SENTORI_AUTH_")]) == 1
    error_message = "The app must be told that it is open, and of no issuer."
  }
}

run "refuses_to_be_open_to_nobody_in_particular" {
  command = plan

  variables {
    allowed_cidrs = []
  }

  expect_failures = [var.allowed_cidrs]
}

run "refuses_addresses_that_are_none" {
  command = plan

  variables {
    allowed_cidrs = ["office"]
  }

  expect_failures = [var.allowed_cidrs]
}

run "refuses_to_be_open_to_the_world" {
  command = plan

  variables {
    allowed_cidrs = ["203.0.113.0/24", "0.0.0.0/0"]
  }

  expect_failures = [var.allowed_cidrs]
}

run "refuses_to_be_open_to_the_world_by_ipv6" {
  command = plan

  variables {
    allowed_cidrs = ["::/0"]
  }

  expect_failures = [var.allowed_cidrs]
}

run "refuses_to_be_open_to_the_world_in_halves" {
  command = plan

  variables {
    allowed_cidrs = ["0.0.0.0/1", "128.0.0.0/1"]
  }

  expect_failures = [var.allowed_cidrs]
}

run "is_open_to_the_world_when_that_is_accepted" {
  command = plan

  variables {
    allowed_cidrs               = ["0.0.0.0/0"]
    i_accept_public_open_access = true
  }
}

run "refuses_tokens_of_nobody" {
  command = plan

  variables {
    auth_mode = "jwt"
  }

  expect_failures = [var.jwt_issuer, var.jwt_audience, var.jwt_jwks_url]
}

run "refuses_keys_that_tasks_cannot_reach" {
  command = plan

  variables {
    auth_mode    = "jwt"
    jwt_issuer   = "https://login.example.com"
    jwt_audience = "sentori"
    jwt_jwks_url = "https://login.example.com:8443/certs"
  }

  expect_failures = [var.jwt_jwks_url]
}

run "refuses_an_issuer_and_keys_without_tls" {
  command = plan

  variables {
    auth_mode    = "jwt"
    jwt_issuer   = "http://login.example.com"
    jwt_audience = "sentori"
    jwt_jwks_url = "http://login.example.com/certs"
  }

  expect_failures = [var.jwt_issuer, var.jwt_jwks_url]
}

run "refuses_values_that_cannot_be" {
  command = plan

  variables {
    # Another mode
    auth_mode = "basic"
    # Any origin
    allowed_origins = ["*"]
    # No run
    max_running = 0
    # To forget at once
    run_retention_days = 0
    # A region that is none
    region = "paris"
    # A name too long
    name = "sentoristudio"
    # An environment that is none
    environment = "Dev 1"
    # A zone that is no domain
    zone_name = "localhost"
    # Another nat
    nat = "none"
  }

  expect_failures = [var.auth_mode, var.allowed_origins, var.max_running, var.run_retention_days, var.region, var.name, var.environment, var.zone_name, var.nat]
}
