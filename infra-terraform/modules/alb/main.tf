resource "aws_lb" "this" {
  #checkov:skip=CKV2_AWS_28:A web ACL is billed by itself; it comes by web_acl_arn
  #checkov:skip=CKV2_AWS_76:The rules of a web ACL are its own; nothing behind this balancer runs Log4j
  name               = var.name
  load_balancer_type = "application"
  internal           = false
  ip_address_type    = "ipv4"
  subnets            = var.subnet_ids
  security_groups    = [aws_security_group.this.id]
  idle_timeout       = var.idle_timeout

  drop_invalid_header_fields = true
  desync_mitigation_mode     = "defensive"
  enable_deletion_protection = var.deletion_protection

  access_logs {
    bucket  = aws_s3_bucket.logs.id
    prefix  = local.log_prefix
    enabled = true
  }

  tags = merge(var.tags, { Name = var.name })

  # It writes a test file when logs are turned on.
  depends_on = [aws_s3_bucket_policy.logs, aws_s3_bucket_ownership_controls.logs]
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.this.arn
  port              = 80
  protocol          = "HTTP"
  tags              = var.tags

  default_action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = var.certificate_arn
  # TLS 1.3, and 1.2 with forward secrecy and authenticated ciphers alone.
  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
  tags       = var.tags

  # What no rule leads anywhere; in the form of the API's errors, which clients read.
  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "application/json"
      status_code  = "404"
      message_body = jsonencode({
        type    = "about:blank"
        title   = "Not found"
        status  = 404
        detail  = "There is nothing at this path."
        code    = "NOT_FOUND"
        error   = "NOT_FOUND"
        message = "There is nothing at this path."
      })
    }
  }
}

resource "aws_wafv2_web_acl_association" "this" {
  count = var.web_acl_arn == null ? 0 : 1

  resource_arn = aws_lb.this.arn
  web_acl_arn  = var.web_acl_arn
}

resource "aws_security_group" "this" {
  name        = "${var.name}-alb"
  description = "Load balancer of ${var.name}"
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, { Name = "${var.name}-alb" })
}

# Whoever is routed to lets the balancer out to itself.
resource "aws_vpc_security_group_ingress_rule" "callers" {
  for_each = { for pair in setproduct(var.allowed_cidrs, [80, 443]) : "${pair[0]} ${pair[1]}" => { cidr = pair[0], port = pair[1] } }

  security_group_id = aws_security_group.this.id
  description       = each.value.port == 443 ? "Calls" : "Calls that are told to come by TLS"
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
  cidr_ipv4         = strcontains(each.value.cidr, ":") ? null : each.value.cidr
  cidr_ipv6         = strcontains(each.value.cidr, ":") ? each.value.cidr : null
  tags              = var.tags
}
