locals {
  name = "${var.name}-${var.environment}-grafana"

  # Production has the plain name.
  host = "grafana-lambda-iot${var.environment == "production" ? "" : "-${var.environment}"}.${var.zone_name}"
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
  log_retention_days       = var.log_retention_days
  kms_key_arn              = module.key.arn
  permissions_boundary_arn = var.permissions_boundary_arn
}

module "certificate" {
  source = "../../modules/certificate"

  domain_name = local.host
  zone_id     = data.aws_route53_zone.this.zone_id
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
  records = {
    grafana = { name = local.host, alias_name = module.alb.dns_name, alias_zone_id = module.alb.zone_id }
  }
}

module "cluster" {
  source = "../../modules/cluster"

  name               = local.name
  log_retention_days = var.log_retention_days
  kms_key_arn        = module.key.arn
}

module "grafana" {
  source = "../../modules/grafana"

  name                     = local.name
  cluster                  = { arn = module.cluster.arn, name = module.cluster.name }
  network                  = { vpc_id = module.network.vpc_id, subnet_ids = module.network.private_subnet_ids }
  host                     = local.host
  provisioning             = "serverless"
  image                    = var.grafana_image
  architecture             = var.architecture
  cpu                      = var.grafana.cpu
  memory                   = var.grafana.memory
  environment              = var.grafana.environment
  password_version         = var.grafana.password_version
  task_policies            = { cloudwatch = data.aws_iam_policy_document.cloudwatch.json }
  parked                   = var.parked
  log_retention_days       = var.log_retention_days
  kms_key_arn              = module.key.arn
  permissions_boundary_arn = var.permissions_boundary_arn

  balancer = {
    listener_arn      = module.alb.listener_arn
    security_group_id = module.alb.security_group_id
    arn_suffix        = module.alb.arn_suffix
  }
}
