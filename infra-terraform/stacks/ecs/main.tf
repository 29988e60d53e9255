locals {
  name = "${var.name}-${var.environment}-ecs"

  # Production has the plain names.
  suffix       = var.environment == "production" ? "" : "-${var.environment}"
  api_host     = "api-ecs-iot${local.suffix}.${var.zone_name}"
  grafana_host = "grafana-ecs-iot${local.suffix}.${var.zone_name}"
  app_host     = "app-iot${local.suffix}.${var.zone_name}"

  cluster = { arn = module.cluster.arn, name = module.cluster.name }
  network = { vpc_id = module.network.vpc_id, subnet_ids = module.network.private_subnet_ids }
  balancer = {
    listener_arn      = module.alb.listener_arn
    security_group_id = module.alb.security_group_id
    arn_suffix        = module.alb.arn_suffix
  }
}

data "aws_route53_zone" "this" {
  name         = var.zone_name
  private_zone = false
}

module "key" {
  source = "../../modules/key"

  name = local.name
}

module "network" {
  source = "../../modules/network"

  name                     = local.name
  cidr                     = var.cidr
  zones                    = var.zones
  nat                      = var.parked ? "none" : var.nat
  database_subnets         = true
  log_retention_days       = var.log_retention_days
  kms_key_arn              = module.key.arn
  permissions_boundary_arn = var.permissions_boundary_arn
}

module "certificate" {
  source = "../../modules/certificate"

  domain_name               = local.api_host
  subject_alternative_names = [local.grafana_host]
  zone_id                   = data.aws_route53_zone.this.zone_id
}

module "alb" {
  source = "../../modules/alb"

  name                = local.name
  vpc_id              = module.network.vpc_id
  subnet_ids          = module.network.public_subnet_ids
  certificate_arn     = module.certificate.arn
  allowed_cidrs       = length(var.allowed_cidrs) == 0 ? ["0.0.0.0/0"] : var.allowed_cidrs
  deletion_protection = var.deletion_protection
  web_acl_arn         = var.web_acl_arn
}

module "dns" {
  source = "../../modules/dns"

  zone_id = data.aws_route53_zone.this.zone_id
  records = merge(
    {
      api     = { name = local.api_host, alias_name = module.alb.dns_name, alias_zone_id = module.alb.zone_id }
      grafana = { name = local.grafana_host, alias_name = module.alb.dns_name, alias_zone_id = module.alb.zone_id }
    },
    { for target in var.frontend_target[*] : "app" => {
      name                   = local.app_host
      alias_name             = target.dns_name
      alias_zone_id          = target.zone_id
      evaluate_target_health = target.evaluate_target_health
    } }
  )
}

module "cluster" {
  source = "../../modules/cluster"

  name               = local.name
  log_retention_days = var.log_retention_days
  kms_key_arn        = module.key.arn
  # Fixed, as the configuration in Prometheus' image names it; each network has its own.
  namespace = { name = "sentori.internal", vpc_id = module.network.vpc_id }
}
