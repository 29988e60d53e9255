output "dns_name" {
  description = "Name of the load balancer, for aliases."
  value       = aws_lb.this.dns_name
}

output "zone_id" {
  description = "Zone of that name, for aliases."
  value       = aws_lb.this.zone_id
}

output "arn_suffix" {
  description = "As metrics name it."
  value       = aws_lb.this.arn_suffix
}

output "listener_arn" {
  description = "Listener for TLS, which rules are added to."
  value       = aws_lb_listener.https.arn
}

output "security_group_id" {
  description = "Group of the load balancer, which targets let in."
  value       = aws_security_group.this.id
}

output "idle_timeout" {
  description = "Seconds after which it closes an idle connection."
  value       = aws_lb.this.idle_timeout
}
