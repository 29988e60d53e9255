locals {
  api_port        = 8080
  management_port = 9090

  # Those of the contract's document, and health. On the API's port there is nothing else of the actuator, and nothing else is led there.
  api_paths = [
    "/api/*", "/sensors/data", "/infra/latest-deployment",
    "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness",
  ]

  # The pool's, and Flyway's own while a task starts; twice as many tasks during a rollout.
  connections_per_task = 16 + 1
  connections          = var.app.max * 2 * local.connections_per_task

  auth = var.auth_mode == "open" ? {} : {
    SENTORI_AUTH_ISSUER     = var.jwt_issuer
    SENTORI_AUTH_AUDIENCE   = var.jwt_audience
    SENTORI_AUTH_JWKS       = var.jwt_jwks_url
    SENTORI_AUTH_CLIENTID   = var.jwt_client_id
    SENTORI_AUTH_USERCLAIM  = var.jwt_user_claim
    SENTORI_AUTH_ROLESCLAIM = var.jwt_roles_claim
  }

  app_environment = merge(local.auth, {
    SERVER_ADDRESS         = "0.0.0.0"
    SERVER_PORT            = tostring(local.api_port)
    MANAGEMENT_SERVER_PORT = tostring(local.management_port)
    # The bundle of RDS' authorities is in the image.
    SPRING_DATASOURCE_URL  = "jdbc:postgresql://${module.database.address}:${module.database.port}/${module.database.database}?sslmode=verify-full&sslrootcert=/opt/sentori/rds-ca.pem"
    SENTORI_AUTH_MODE      = var.auth_mode
    SENTORI_REGION         = var.region
    SENTORI_GRAFANAURL     = "https://${local.grafana_host}"
    SENTORI_MAXRUNNING     = tostring(var.max_running)
    SENTORI_RETENTIONDAYS  = var.run_retention_days == null ? null : tostring(var.run_retention_days)
    SENTORI_ALLOWEDORIGINS = var.allowed_origins == null ? null : join(",", var.allowed_origins)
  })
}

module "app" {
  source = "../../modules/service"

  name                     = local.name
  service                  = "app"
  cluster                  = local.cluster
  network                  = local.network
  namespace                = { id = module.cluster.namespace_id }
  image                    = var.app_image
  architecture             = var.architecture
  cpu                      = var.app.cpu
  memory                   = var.app.memory
  user                     = "10001:10001"
  port                     = local.api_port
  further_ports            = [local.management_port]
  writable                 = { tmp = "/tmp" }
  health_command           = ["CMD", "/opt/sentori/healthy"]
  start_seconds            = 90
  stop_seconds             = 30
  parked                   = var.parked
  log_retention_days       = var.log_retention_days
  kms_key_arn              = module.key.arn
  permissions_boundary_arn = var.permissions_boundary_arn

  environment = { for name, value in local.app_environment : name => value if value != null }
  secrets = {
    SPRING_DATASOURCE_USERNAME = "${module.database.secret_arn}:username::"
    SPRING_DATASOURCE_PASSWORD = "${module.database.secret_arn}:password::"
  }
  secret_arns = [module.database.secret_arn]

  tasks = {
    min             = var.app.min
    max             = var.app.max
    cpu_target      = var.app.cpu_target
    requests_target = var.app.requests_target
  }

  # ECS ends tasks that the balancer finds unwell. Liveness does not ask the database: that it is away is no reason to end them all.
  route = merge(local.balancer, {
    host        = local.api_host
    paths       = local.api_paths
    priority    = 10
    health_path = "/actuator/health/liveness"
  })

  reaches = { database = { security_group_id = module.database.security_group_id, port = module.database.port } }
}

module "database" {
  source = "../../modules/database"

  name                     = local.name
  vpc_id                   = module.network.vpc_id
  subnet_ids               = module.network.database_subnet_ids
  engine_version           = var.database.engine_version
  instance_class           = var.database.instance_class
  storage                  = var.database.storage
  multi_az                 = var.database.multi_az
  backup_days              = var.database.backup_days
  connections              = local.connections
  deletion_protection      = var.deletion_protection
  parked                   = var.parked
  log_retention_days       = var.log_retention_days
  kms_key_arn              = module.key.arn
  permissions_boundary_arn = var.permissions_boundary_arn
}
