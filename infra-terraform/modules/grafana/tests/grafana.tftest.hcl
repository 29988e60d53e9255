variables {
  name         = "sentori-test-ecs"
  cluster      = { arn = "arn:aws:ecs:eu-west-3:123456789012:cluster/sentori-test-ecs", name = "sentori-test-ecs" }
  network      = { vpc_id = "vpc-0123456789abcdef0", subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"] }
  image        = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/grafana@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  kms_key_arn  = "arn:aws:kms:eu-west-3:123456789012:key/11111111-2222-3333-4444-555555555555"
  host         = "grafana-ecs-iot.sentori-studio.com"
  provisioning = "ecs"
  balancer = {
    listener_arn      = "arn:aws:elasticloadbalancing:eu-west-3:123456789012:listener/app/sentori/0123456789abcdef/0123456789abcdef"
    security_group_id = "sg-0123456789abcdef8"
    arn_suffix        = "app/sentori/0123456789abcdef"
  }
}

run "keeps_the_password_out_of_the_state" {
  command = apply

  assert {
    condition     = aws_secretsmanager_secret_version.admin.secret_string_wo == null && aws_secretsmanager_secret_version.admin.secret_string == null
    error_message = "Terraform must not remember the password."
  }
  assert {
    condition     = aws_secretsmanager_secret.admin.kms_key_id == var.kms_key_arn && aws_secretsmanager_secret_version.admin.secret_id == aws_secretsmanager_secret.admin.id
    error_message = "The password must be in its secret, encrypted with the stack's key."
  }
  assert {
    condition     = one([for secret in output.container.secrets : secret.valueFrom if secret.name == "GF_SECURITY_ADMIN_PASSWORD"]) == "${output.admin_secret_arn}:password::${aws_secretsmanager_secret_version.admin.version_id}"
    error_message = "Grafana must get that very version, so that another one makes another task."
  }
  assert {
    condition     = toset([for secret in output.container.secrets : secret.name]) == toset(["GF_SECURITY_ADMIN_PASSWORD", "GF_SECURITY_SECRET_KEY"])
    error_message = "Neither the password nor the key may be Grafana's own default."
  }
}

run "writes_a_new_password_when_asked_to" {
  command = plan

  variables {
    password_version = 2
  }

  assert {
    condition     = aws_secretsmanager_secret_version.admin.secret_string_wo_version == 2
    error_message = "Another version must write another password."
  }
}

run "lets_in_who_has_signed_in_and_nobody_else" {
  command = apply

  assert {
    condition = alltrue([for name, value in {
      GF_USERS_ALLOW_SIGN_UP        = "false"
      GF_AUTH_ANONYMOUS_ENABLED     = "false"
      GF_SECURITY_COOKIE_SECURE     = "true"
      GF_METRICS_ENABLED            = "false"
      GF_AWS_ALLOWED_AUTH_PROVIDERS = "default"
      GF_SERVER_ROOT_URL            = "https://grafana-ecs-iot.sentori-studio.com/"
      GF_PATHS_PROVISIONING         = "/etc/sentori/ecs"
    } : contains(output.container.environment, { name = name, value = value })])
    error_message = "Nobody may sign up, be anonymous, read metrics or use keys of AWS."
  }
  assert {
    condition     = output.container.portMappings[0].containerPort == 3000 && output.container.user == "472:0" && toset([for mount in output.container.mountPoints : mount.containerPath]) == toset(["/var/lib/grafana", "/tmp"])
    error_message = "Port, user and folders must be those of the image."
  }
}

run "takes_further_settings" {
  command = apply

  variables {
    environment = { GF_AUTH_GENERIC_OAUTH_ENABLED = "true" }
  }

  assert {
    condition     = contains(output.container.environment, { name = "GF_AUTH_GENERIC_OAUTH_ENABLED", value = "true" })
    error_message = "A sign-in by an identity provider must be possible."
  }
}

run "refuses_values_that_cannot_be" {
  command = plan

  variables {
    # Dashboards of another backend
    provisioning = "cloudwatch"
    # A host that is no full name
    host = "grafana"
    # A version between two
    password_version = 1.5
  }

  expect_failures = [var.provisioning, var.host, var.password_version]
}
