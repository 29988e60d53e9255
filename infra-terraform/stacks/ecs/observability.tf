module "prometheus" {
  source = "../../modules/prometheus"

  name                     = local.name
  cluster                  = local.cluster
  network                  = local.network
  namespace                = { id = module.cluster.namespace_id }
  image                    = var.prometheus_image
  architecture             = var.architecture
  cpu                      = var.prometheus.cpu
  memory                   = var.prometheus.memory
  retention                = var.prometheus.retention
  scrapes                  = { app = { security_group_id = module.app.security_group_id, port = local.management_port } }
  parked                   = var.parked
  log_retention_days       = var.log_retention_days
  kms_key_arn              = module.key.arn
  permissions_boundary_arn = var.permissions_boundary_arn
}

module "grafana" {
  source = "../../modules/grafana"

  name                     = local.name
  cluster                  = local.cluster
  network                  = local.network
  balancer                 = local.balancer
  host                     = local.grafana_host
  provisioning             = "ecs"
  image                    = var.grafana_image
  architecture             = var.architecture
  cpu                      = var.grafana.cpu
  memory                   = var.grafana.memory
  environment              = merge({ SENTORI_PROMETHEUS_URL = "http://prometheus.sentori.internal:${module.prometheus.port}" }, var.grafana.environment)
  password_version         = var.grafana.password_version
  reaches                  = { prometheus = { security_group_id = module.prometheus.security_group_id, port = module.prometheus.port } }
  parked                   = var.parked
  log_retention_days       = var.log_retention_days
  kms_key_arn              = module.key.arn
  permissions_boundary_arn = var.permissions_boundary_arn
}
