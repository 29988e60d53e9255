resource "aws_security_group" "this" {
  name        = local.prefix
  description = "Tasks of ${local.prefix}"
  vpc_id      = var.network.vpc_id
  tags        = merge(var.tags, { Name = local.prefix })
}

# ECR, logs, secrets and the issuer's keys are reached by TLS; nothing else outside is.
resource "aws_vpc_security_group_egress_rule" "https" {
  security_group_id = aws_security_group.this.id
  description       = "AWS and the issuer of tokens"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
  tags              = var.tags
}

resource "aws_vpc_security_group_egress_rule" "reached" {
  for_each = var.reaches

  security_group_id            = aws_security_group.this.id
  description                  = "To ${each.key}"
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  referenced_security_group_id = each.value.security_group_id
  tags                         = var.tags
}

resource "aws_vpc_security_group_ingress_rule" "reached" {
  for_each = var.reaches

  security_group_id            = each.value.security_group_id
  description                  = "From ${var.service}"
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  referenced_security_group_id = aws_security_group.this.id
  tags                         = var.tags
}
