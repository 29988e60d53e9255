variables {
  name            = "sentori-test-ecs"
  vpc_id          = "vpc-0123456789abcdef0"
  subnet_ids      = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  certificate_arn = "arn:aws:acm:eu-west-3:123456789012:certificate/11111111-2222-3333-4444-555555555555"
  allowed_cidrs   = ["203.0.113.0/24", "2001:db8::/32"]
}

run "speaks_modern_tls_and_sends_everyone_there" {
  command = plan

  assert {
    condition     = aws_lb_listener.https.port == 443 && aws_lb_listener.https.protocol == "HTTPS" && aws_lb_listener.https.ssl_policy == "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
    error_message = "TLS must be 1.3, or 1.2 with strong ciphers."
  }
  assert {
    condition     = aws_lb_listener.https.certificate_arn == var.certificate_arn
    error_message = "The listener must show the certificate."
  }
  assert {
    condition     = aws_lb_listener.http.port == 80 && one(one(aws_lb_listener.http.default_action).redirect).protocol == "HTTPS" && one(one(aws_lb_listener.http.default_action).redirect).status_code == "HTTP_301"
    error_message = "Plain HTTP must be told to come by TLS."
  }
}

run "leads_nowhere_by_itself" {
  command = plan

  assert {
    condition     = one(aws_lb_listener.https.default_action).type == "fixed-response" && one(one(aws_lb_listener.https.default_action).fixed_response).status_code == "404"
    error_message = "What no rule names must be answered 404."
  }
  assert {
    condition     = jsondecode(one(one(aws_lb_listener.https.default_action).fixed_response).message_body).code == "NOT_FOUND"
    error_message = "The answer must have the members that clients of the API read."
  }
}

run "lets_in_those_named_and_nobody_else" {
  command = plan

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.callers : "${coalesce(rule.cidr_ipv4, rule.cidr_ipv6)} ${rule.from_port}-${rule.to_port} ${rule.ip_protocol}"]) == toset(["203.0.113.0/24 80-80 tcp", "203.0.113.0/24 443-443 tcp", "2001:db8::/32 80-80 tcp", "2001:db8::/32 443-443 tcp"])
    error_message = "The ports 80 and 443 must be open to the given addresses alone."
  }
}

run "is_hardened" {
  command = plan

  assert {
    condition     = aws_lb.this.drop_invalid_header_fields && aws_lb.this.desync_mitigation_mode == "defensive" && aws_lb.this.enable_deletion_protection
    error_message = "Invalid headers and smuggled requests must be refused, and the balancer must be protected."
  }
  assert {
    condition     = length(aws_wafv2_web_acl_association.this) == 0
    error_message = "There is no web ACL unless one is given."
  }
}

run "logs_into_a_locked_bucket" {
  command = apply

  assert {
    condition     = one(aws_lb.this.access_logs).enabled && one(aws_lb.this.access_logs).bucket == aws_s3_bucket.logs.id
    error_message = "Access logs must be written."
  }
  assert {
    condition     = aws_s3_bucket_public_access_block.logs.block_public_acls && aws_s3_bucket_public_access_block.logs.block_public_policy && aws_s3_bucket_public_access_block.logs.ignore_public_acls && aws_s3_bucket_public_access_block.logs.restrict_public_buckets
    error_message = "The bucket must not be public in any way."
  }
  assert {
    condition     = one(one(aws_s3_bucket_server_side_encryption_configuration.logs.rule).apply_server_side_encryption_by_default).sse_algorithm == "AES256"
    error_message = "Logs must be encrypted by S3's own keys, which alone a load balancer can write with."
  }
  assert {
    condition     = one([for statement in jsondecode(aws_s3_bucket_policy.logs.policy).Statement : statement if statement.Effect == "Allow"]).Principal.Service == "logdelivery.elasticloadbalancing.amazonaws.com" && one([for statement in jsondecode(aws_s3_bucket_policy.logs.policy).Statement : statement if statement.Effect == "Allow"]).Resource == "${aws_s3_bucket.logs.arn}/${one(aws_lb.this.access_logs).prefix}/AWSLogs/123456789012/*"
    error_message = "The delivery of load balancers alone may write, and under its prefix alone."
  }
  assert {
    condition     = one([for statement in jsondecode(aws_s3_bucket_policy.logs.policy).Statement : statement if statement.Effect == "Deny"]).Condition.Bool["aws:SecureTransport"] == "false"
    error_message = "Without TLS nothing may be read or written."
  }
  assert {
    condition     = one(aws_s3_bucket_lifecycle_configuration.logs.rule[0].expiration).days == 90
    error_message = "Logs must go after their time."
  }
}

run "stands_behind_a_web_acl" {
  command = plan

  variables {
    web_acl_arn = "arn:aws:wafv2:eu-west-3:123456789012:regional/webacl/sentori/11111111-2222-3333-4444-555555555555"
  }

  assert {
    condition     = aws_wafv2_web_acl_association.this[0].web_acl_arn == var.web_acl_arn
    error_message = "The web ACL must be put in front."
  }
}

run "refuses_an_address_that_is_none" {
  command = plan

  variables {
    allowed_cidrs = ["office"]
  }

  expect_failures = [var.allowed_cidrs]
}

run "refuses_values_that_cannot_be" {
  command = plan

  variables {
    # One subnet
    subnet_ids = ["subnet-0123456789abcdef0"]
    # Nobody
    allowed_cidrs = []
    # An idle timeout out of range
    idle_timeout = 5
    # Logs of no day
    access_log_days = 0
    # A name too long
    name = "sentori-with-a-name-that-no-load-balancer-takes"
  }

  expect_failures = [var.subnet_ids, var.allowed_cidrs, var.idle_timeout, var.access_log_days, var.name]
}
