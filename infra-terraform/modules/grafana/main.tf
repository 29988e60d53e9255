data "aws_region" "current" {}

module "service" {
  source = "../service"

  name                     = var.name
  service                  = "grafana"
  cluster                  = var.cluster
  network                  = var.network
  image                    = var.image
  architecture             = var.architecture
  cpu                      = var.cpu
  memory                   = var.memory
  user                     = "472:0"
  port                     = 3000
  health_command           = ["CMD", "/usr/bin/wget", "-q", "-O", "/dev/null", "http://127.0.0.1:3000/api/health"]
  start_seconds            = 120
  parked                   = var.parked
  reaches                  = var.reaches
  task_policies            = var.task_policies
  log_retention_days       = var.log_retention_days
  kms_key_arn              = var.kms_key_arn
  permissions_boundary_arn = var.permissions_boundary_arn
  tags                     = var.tags

  environment = merge({
    AWS_REGION                            = data.aws_region.current.region
    GF_SERVER_ROOT_URL                    = "https://${var.host}/"
    GF_SERVER_DOMAIN                      = var.host
    GF_PATHS_PROVISIONING                 = "/etc/sentori/${var.provisioning}"
    GF_USERS_ALLOW_SIGN_UP                = "false"
    GF_AUTH_ANONYMOUS_ENABLED             = "false"
    GF_SECURITY_COOKIE_SECURE             = "true"
    GF_SNAPSHOTS_EXTERNAL_ENABLED         = "false"
    GF_PLUGINS_PREINSTALL_DISABLED        = "true"
    GF_ANALYTICS_REPORTING_ENABLED        = "false"
    GF_ANALYTICS_CHECK_FOR_UPDATES        = "false"
    GF_AWS_ALLOWED_AUTH_PROVIDERS         = "default"
    GF_AWS_ASSUME_ROLE_ENABLED            = "false"
    GF_SECURITY_DISABLE_GRAVATAR          = "true"
    GF_SECURITY_STRICT_TRANSPORT_SECURITY = "true"
    # Its own metrics would be open to everyone whom the balancer lets in.
    GF_METRICS_ENABLED = "false"
  }, var.environment)

  secrets = {
    GF_SECURITY_ADMIN_PASSWORD = "${aws_secretsmanager_secret.admin.arn}:password::${aws_secretsmanager_secret_version.admin.version_id}"
    GF_SECURITY_SECRET_KEY     = "${aws_secretsmanager_secret.admin.arn}:secret_key::${aws_secretsmanager_secret_version.admin.version_id}"
  }
  secret_arns = [aws_secretsmanager_secret.admin.arn]

  # It provisions all from its image and keeps its sessions in the task: a new one signs everyone out.
  writable = { data = "/var/lib/grafana", tmp = "/tmp" }

  route = merge(var.balancer, {
    host        = var.host
    priority    = 100
    health_path = "/api/health"
  })
}
