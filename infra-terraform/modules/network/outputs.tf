output "vpc_id" {
  description = "Id of the network."
  value       = aws_vpc.this.id
}

output "cidr" {
  description = "Addresses of the network."
  value       = aws_vpc.this.cidr_block
}

output "public_subnet_ids" {
  description = "Subnets with a way to and from the internet: for load balancers and NAT alone."
  value       = [for zone in local.zones : aws_subnet.this["public-${zone}"].id]

  depends_on = [aws_route.internet, aws_route_table_association.this]
}

output "private_subnet_ids" {
  description = "Subnets with a way out alone, known when that way is there: a task that starts before it cannot fetch its image."
  value       = [for zone in local.zones : aws_subnet.this["private-${zone}"].id]

  depends_on = [aws_route.nat, aws_route_table_association.this, aws_vpc_endpoint.this]
}

output "database_subnet_ids" {
  description = "Subnets without any way out; empty where none were asked for."
  value       = [for zone in local.zones : aws_subnet.this["database-${zone}"].id if var.database_subnets]
}

output "nat_addresses" {
  description = "Addresses from which the private subnets are seen outside, for the lists of others."
  value       = [for zone in local.nat_zones : aws_eip.nat[zone].public_ip]
}

output "zones" {
  description = "Availability zones that the network spans."
  value       = local.zones
}
