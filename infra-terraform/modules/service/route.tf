locals {
  # A rule takes five values at most, of which one is the host.
  rules = var.route == null ? [] : length(var.route.paths) == 0 ? [[]] : chunklist(sort(var.route.paths), 3)
}

resource "aws_lb_target_group" "this" {
  #checkov:skip=CKV_AWS_378:TLS ends at the balancer, which alone reaches the tasks, within private subnets
  count = var.route == null ? 0 : 1

  name_prefix          = "${substr(var.service, 0, 5)}-"
  vpc_id               = var.network.vpc_id
  target_type          = "ip"
  port                 = var.port
  protocol             = "HTTP"
  protocol_version     = "HTTP1"
  deregistration_delay = var.route.drain_seconds
  tags                 = merge(var.tags, { Name = local.prefix })

  health_check {
    path                = var.route.health_path
    port                = "traffic-port"
    protocol            = "HTTP"
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_listener_rule" "this" {
  count = length(local.rules)

  listener_arn = var.route.listener_arn
  priority     = var.route.priority + count.index
  tags         = var.tags

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[0].arn
  }

  condition {
    host_header {
      values = [var.route.host]
    }
  }

  dynamic "condition" {
    for_each = length(local.rules[count.index]) == 0 ? [] : [local.rules[count.index]]

    content {
      path_pattern {
        values = condition.value
      }
    }
  }
}

resource "aws_vpc_security_group_ingress_rule" "balancer" {
  count = var.route == null ? 0 : 1

  security_group_id            = aws_security_group.this.id
  description                  = "From the load balancer"
  ip_protocol                  = "tcp"
  from_port                    = var.port
  to_port                      = var.port
  referenced_security_group_id = var.route.security_group_id
  tags                         = var.tags
}

resource "aws_vpc_security_group_egress_rule" "balancer" {
  count = var.route == null ? 0 : 1

  security_group_id            = var.route.security_group_id
  description                  = "To ${var.service}"
  ip_protocol                  = "tcp"
  from_port                    = var.port
  to_port                      = var.port
  referenced_security_group_id = aws_security_group.this.id
  tags                         = var.tags
}
