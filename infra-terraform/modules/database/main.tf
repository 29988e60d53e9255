locals {
  memory_gib = {
    "db.t4g.small"   = 2
    "db.t4g.medium"  = 4
    "db.t4g.large"   = 8
    "db.m7g.large"   = 8
    "db.m7g.xlarge"  = 16
    "db.m7g.2xlarge" = 32
    "db.r7g.large"   = 16
    "db.r7g.xlarge"  = 32
    "db.r7g.2xlarge" = 64
  }[var.instance_class]

  # Amazon's own default is LEAST(memory in bytes / 9531392, 5000), some 112 for each GiB of which not all is left to PostgreSQL.
  max_connections = min(local.memory_gib * 100, 5000)

  # For Amazon's own housekeeping, and for whoever comes to look.
  reserved_connections = 15

  major_version = split(".", var.engine_version)[0]
  log_exports   = toset(["postgresql", "upgrade"])
}

resource "aws_db_instance" "this" {
  #checkov:skip=CKV_AWS_133:The validation of backup_days wants a day at least, which the scanner does not see through an optional attribute
  #checkov:skip=CKV_AWS_157:A second instance is the default, which the scanner does not see through an optional attribute; a trial may do without
  #checkov:skip=CKV_AWS_161:One way in: the password that RDS keeps and changes
  identifier     = var.name
  engine         = "postgres"
  engine_version = var.engine_version
  instance_class = var.instance_class

  db_name                       = "sentori"
  username                      = "sentori"
  port                          = 5432
  manage_master_user_password   = true
  master_user_secret_kms_key_id = var.kms_key_arn
  parameter_group_name          = aws_db_parameter_group.this.name
  ca_cert_identifier            = "rds-ca-rsa2048-g1"

  storage_type          = "gp3"
  allocated_storage     = var.storage.first
  max_allocated_storage = var.storage.most
  storage_encrypted     = true
  kms_key_id            = var.kms_key_arn

  multi_az               = var.multi_az
  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]
  publicly_accessible    = false

  # UTC; at night and on Sundays in Europe.
  backup_window               = "01:00-02:00"
  maintenance_window          = "sun:03:00-sun:04:00"
  backup_retention_period     = var.backup_days
  delete_automated_backups    = false
  copy_tags_to_snapshot       = true
  auto_minor_version_upgrade  = true
  allow_major_version_upgrade = false
  deletion_protection         = var.deletion_protection
  skip_final_snapshot         = false
  final_snapshot_identifier   = "${var.name}-final"

  enabled_cloudwatch_logs_exports       = local.log_exports
  database_insights_mode                = "standard"
  performance_insights_enabled          = true
  performance_insights_retention_period = 7
  performance_insights_kms_key_id       = var.kms_key_arn
  monitoring_interval                   = 60
  monitoring_role_arn                   = aws_iam_role.monitoring.arn

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    precondition {
      condition     = var.connections + local.reserved_connections <= local.max_connections
      error_message = "The clients may open ${var.connections} connections and ${local.reserved_connections} are kept back, but ${var.instance_class} bears ${local.max_connections}: take a larger class, or fewer tasks."
    }
  }

  # RDS would make the log groups without retention and key; the monitoring role needs its rights first.
  depends_on = [aws_cloudwatch_log_group.this, aws_iam_role_policy_attachment.monitoring]
}

resource "aws_rds_instance_state" "this" {
  identifier = aws_db_instance.this.identifier
  state      = var.parked ? "stopped" : "available"
}

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
  tags       = var.tags
}

resource "aws_db_parameter_group" "this" {
  name        = "${var.name}-postgres${local.major_version}"
  family      = "postgres${local.major_version}"
  description = "PostgreSQL of ${var.name}"
  tags        = var.tags

  # Without TLS nobody gets in.
  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  parameter {
    name         = "max_connections"
    value        = tostring(local.max_connections)
    apply_method = "pending-reboot"
  }

  # Changes of the schema, and what takes longer than a second.
  parameter {
    name  = "log_statement"
    value = "ddl"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = "1000"
  }

  lifecycle {
    create_before_destroy = true
  }
}

# Nobody may come in until a service says that it reaches the database; it goes nowhere itself.
resource "aws_security_group" "this" {
  #checkov:skip=CKV2_AWS_5:It is the group of the instance above
  name        = "${var.name}-database"
  description = "Database of ${var.name}"
  vpc_id      = var.vpc_id
  tags        = merge(var.tags, { Name = "${var.name}-database" })
}
