variables {
  name             = "sentori-test-ecs"
  cidr             = "10.20.0.0/16"
  zones            = 3
  nat              = "per_zone"
  database_subnets = true
  kms_key_arn      = "arn:aws:kms:eu-west-3:123456789012:key/11111111-2222-3333-4444-555555555555"
}

run "cuts_the_network_into_subnets_that_do_not_overlap" {
  command = plan

  assert {
    condition     = length(distinct([for subnet in aws_subnet.this : subnet.cidr_block])) == 9
    error_message = "Three zones must have a public, a private and a database subnet each."
  }
  # All are /20 of the /16, so that different ones cannot overlap.
  assert {
    condition     = alltrue([for subnet in aws_subnet.this : endswith(subnet.cidr_block, "/20") && startswith(subnet.cidr_block, "10.20.") && cidrsubnet("${split("/", subnet.cidr_block)[0]}/20", 0, 0) == subnet.cidr_block])
    error_message = "Each subnet must be a sixteenth of the network, on its boundary."
  }
  assert {
    condition     = alltrue([for kind in ["public", "private", "database"] : length(distinct([for subnet in aws_subnet.this : subnet.availability_zone if subnet.tags.Tier == kind])) == 3])
    error_message = "Each kind of subnet must be in each zone."
  }
  assert {
    condition     = alltrue([for subnet in aws_subnet.this : subnet.map_public_ip_on_launch == false])
    error_message = "Nothing may get a public address by being there."
  }
  assert {
    condition     = aws_vpc.this.enable_dns_hostnames && aws_vpc.this.enable_dns_support
    error_message = "Cloud Map and RDS want the network's DNS."
  }
}

run "has_a_way_out_in_each_zone" {
  command = plan

  assert {
    condition     = length(aws_nat_gateway.this) == 3 && length(aws_route.nat) == 3 && alltrue([for route in aws_route.nat : route.destination_cidr_block == "0.0.0.0/0"])
    error_message = "Each zone must have its own NAT gateway."
  }
}

run "leads_each_subnet_where_it_belongs" {
  command = apply

  assert {
    condition     = alltrue([for zone in output.zones : aws_route.nat[zone].nat_gateway_id == aws_nat_gateway.this[zone].id && aws_nat_gateway.this[zone].subnet_id == aws_subnet.this["public-${zone}"].id])
    error_message = "A zone must go out by its own gateway, which must stand in the public subnet."
  }
  assert {
    condition     = alltrue([for zone in output.zones : aws_route_table_association.this["private-${zone}"].route_table_id == aws_route_table.private[zone].id])
    error_message = "A private subnet must use its zone's table."
  }
  assert {
    condition     = alltrue([for zone in output.zones : aws_route_table_association.this["database-${zone}"].route_table_id == aws_route_table.database[0].id])
    error_message = "Databases must have the table without routes."
  }
  assert {
    condition     = aws_route.internet.route_table_id == aws_route_table.public.id && !contains([for route in aws_route.nat : route.route_table_id], aws_route_table.database[0].id)
    error_message = "Only public subnets may meet the internet, and databases may not go out."
  }
  assert {
    condition     = length(aws_default_security_group.this.ingress) == 0 && length(aws_default_security_group.this.egress) == 0
    error_message = "The default group must let nothing through."
  }
  assert {
    condition     = length(output.nat_addresses) == 3 && length(output.database_subnet_ids) == 3
    error_message = "Addresses of NAT and subnets of databases must be told."
  }
}

run "reaches_s3_and_dynamodb_without_nat" {
  command = apply

  assert {
    condition     = toset([for endpoint in aws_vpc_endpoint.this : endpoint.service_name]) == toset(["com.amazonaws.eu-west-3.s3", "com.amazonaws.eu-west-3.dynamodb"]) && alltrue([for endpoint in aws_vpc_endpoint.this : endpoint.vpc_endpoint_type == "Gateway"])
    error_message = "S3 and DynamoDB must have gateway endpoints, which cost nothing."
  }
  assert {
    condition     = alltrue([for endpoint in aws_vpc_endpoint.this : toset(endpoint.route_table_ids) == toset([for table in aws_route_table.private : table.id])])
    error_message = "The endpoints must be in the tables of the private subnets, and in no other."
  }
  assert {
    condition     = one(jsondecode(aws_vpc_endpoint.this["s3"].policy).Statement).Action == "s3:GetObject" && one(jsondecode(aws_vpc_endpoint.this["s3"].policy).Statement).Resource == "arn:aws:s3:::prod-eu-west-3-starport-layer-bucket/*"
    error_message = "Only layers of images may be fetched by the S3 endpoint."
  }
  assert {
    condition     = one(jsondecode(aws_vpc_endpoint.this["dynamodb"].policy).Statement).Condition.StringEquals["aws:PrincipalAccount"] == "123456789012"
    error_message = "Only this account may use the DynamoDB endpoint."
  }
}

run "logs_all_traffic_encrypted_and_for_a_time" {
  command = plan

  assert {
    condition     = aws_flow_log.this.traffic_type == "ALL" && aws_cloudwatch_log_group.flow.retention_in_days == 365 && aws_cloudwatch_log_group.flow.kms_key_id == var.kms_key_arn
    error_message = "Flow logs must hold all traffic, be kept for a time and be encrypted."
  }
  assert {
    condition     = alltrue([for statement in jsondecode(aws_iam_role_policy.flow.policy).Statement : startswith(statement.Resource, "arn:aws:logs:eu-west-3:123456789012:log-group:")])
    error_message = "The role of flow logs may write logs and nothing else."
  }
  assert {
    condition     = one(jsondecode(aws_iam_role.flow.assume_role_policy).Statement).Condition.StringEquals["aws:SourceAccount"] == "123456789012"
    error_message = "Flow logs of other accounts may not use the role."
  }
}

run "shares_one_gateway" {
  command = plan

  variables {
    nat   = "one"
    zones = 2
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 1 && length(aws_route.nat) == 2
    error_message = "Both zones must go out by the one gateway."
  }
}

run "is_parked_without_a_gateway" {
  command = plan

  variables {
    nat              = "none"
    database_subnets = false
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 0 && length(aws_eip.nat) == 0 && length(aws_route.nat) == 0
    error_message = "A parked network must not pay for a gateway or its address."
  }
  assert {
    condition     = length(aws_route_table.database) == 0 && length([for subnet in aws_subnet.this : subnet if subnet.tags.Tier == "database"]) == 0
    error_message = "No databases, no subnets for them."
  }
}

run "refuses_a_network_too_small" {
  command = plan

  variables {
    cidr = "10.20.0.0/24"
  }

  expect_failures = [var.cidr]
}

run "refuses_values_that_cannot_be" {
  command = plan

  variables {
    # Public addresses
    cidr = "8.8.0.0/16"
    # A single zone
    zones = 1
    # Another nat
    nat = "instance"
    # Days that cloudwatch does not take
    log_retention_days = 45
    # A name that is none
    name = "Sentori"
  }

  expect_failures = [var.cidr, var.zones, var.nat, var.log_retention_days, var.name]
}
