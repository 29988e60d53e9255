locals {
  prefix = "${var.name}-prometheus"
  port   = 9090
  # As in the image: the user nobody, and the folder of the database.
  user = 65534
  path = "/prometheus"
}

module "service" {
  source = "../service"

  name                     = var.name
  service                  = "prometheus"
  cluster                  = var.cluster
  network                  = var.network
  namespace                = var.namespace
  image                    = var.image
  architecture             = var.architecture
  cpu                      = var.cpu
  memory                   = var.memory
  user                     = "${local.user}:${local.user}"
  port                     = local.port
  health_command           = ["CMD", "/bin/promtool", "check", "healthy", "--url=http://127.0.0.1:${local.port}"]
  start_seconds            = 120
  stop_seconds             = 60
  parked                   = var.parked
  log_retention_days       = var.log_retention_days
  kms_key_arn              = var.kms_key_arn
  permissions_boundary_arn = var.permissions_boundary_arn
  tags                     = var.tags

  command = [
    "--config.file=/etc/prometheus/prometheus.yml",
    "--storage.tsdb.path=${local.path}",
    "--storage.tsdb.retention.time=${var.retention.time}",
    "--storage.tsdb.retention.size=${var.retention.size}",
    "--storage.tsdb.no-lockfile",
  ]

  # Never two on one folder: the old one ends before the new one begins.
  tasks = { min = 1, max = 1, minimum_healthy = 0, maximum_in_rollouts = 100 }

  file_system = {
    # Known when it can be mounted in each zone.
    file_system_id  = one(distinct([for target in aws_efs_mount_target.this : target.file_system_id]))
    access_point_id = aws_efs_access_point.this.id
    path            = local.path
  }

  reaches = merge(var.scrapes, { storage = { security_group_id = aws_security_group.storage.id, port = 2049 } })
}
