data "aws_region" "current" {}
data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}

data "aws_availability_zones" "available" {
  #checkov:skip=CKV_AWS_394:The first of the sorted names are taken, so that a zone that AWS adds, under a later letter, changes nothing
  state = "available"

  # Local zones have neither NAT nor Fargate.
  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }
}

locals {
  zones = slice(sort(data.aws_availability_zones.available.names), 0, var.zones)

  subnets = merge([
    for position, zone in local.zones : merge(
      {
        "public-${zone}"  = { kind = "public", zone = zone, cidr = cidrsubnet(var.cidr, 4, position) }
        "private-${zone}" = { kind = "private", zone = zone, cidr = cidrsubnet(var.cidr, 4, 4 + position) }
      },
      var.database_subnets ? {
        "database-${zone}" = { kind = "database", zone = zone, cidr = cidrsubnet(var.cidr, 4, 8 + position) }
      } : {}
    )
  ]...)

  nat_zones = { none = [], one = slice(local.zones, 0, 1), per_zone = local.zones }[var.nat]
}

resource "aws_vpc" "this" {
  cidr_block           = var.cidr
  enable_dns_support   = true
  enable_dns_hostnames = true
  tags                 = merge(var.tags, { Name = var.name })
}

# What is put into the network without a group of its own reaches nothing and is reached by nothing.
resource "aws_default_security_group" "this" {
  vpc_id = aws_vpc.this.id
  tags   = merge(var.tags, { Name = "${var.name}-default-closed" })
}

resource "aws_subnet" "this" {
  for_each = local.subnets

  vpc_id                  = aws_vpc.this.id
  availability_zone       = each.value.zone
  cidr_block              = each.value.cidr
  map_public_ip_on_launch = false
  tags                    = merge(var.tags, { Name = "${var.name}-${each.key}", Tier = each.value.kind })
}
