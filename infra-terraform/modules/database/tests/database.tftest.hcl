variables {
  name        = "sentori-test-ecs"
  vpc_id      = "vpc-0123456789abcdef0"
  subnet_ids  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
  kms_key_arn = "arn:aws:kms:eu-west-3:123456789012:key/11111111-2222-3333-4444-555555555555"
  connections = 68
}

run "is_private_and_encrypted" {
  command = plan

  assert {
    condition     = aws_db_instance.this.publicly_accessible == false && aws_db_instance.this.storage_encrypted && aws_db_instance.this.kms_key_id == var.kms_key_arn
    error_message = "The database must not be reachable from outside, and be encrypted."
  }
  assert {
    condition     = aws_db_instance.this.manage_master_user_password && aws_db_instance.this.password == null && aws_db_instance.this.master_user_secret_kms_key_id == var.kms_key_arn
    error_message = "RDS must make the password and keep it in Secrets Manager; Terraform must not know it."
  }
  assert {
    condition     = one([for parameter in aws_db_parameter_group.this.parameter : parameter.value if parameter.name == "rds.force_ssl"]) == "1" && aws_db_instance.this.ca_cert_identifier == "rds-ca-rsa2048-g1"
    error_message = "TLS must be required, with a certificate that is in the bundle of the image."
  }
  assert {
    condition     = aws_db_instance.this.engine == "postgres" && aws_db_instance.this.engine_version == "18" && aws_db_parameter_group.this.family == "postgres18"
    error_message = "It must be PostgreSQL 18, with parameters of that version."
  }
}

run "is_in_the_group_and_subnets_of_its_own" {
  command = apply

  assert {
    condition     = toset(aws_db_instance.this.vpc_security_group_ids) == toset([aws_security_group.this.id]) && aws_db_instance.this.db_subnet_group_name == aws_db_subnet_group.this.name && toset(aws_db_subnet_group.this.subnet_ids) == toset(var.subnet_ids)
    error_message = "The instance must be in the subnets for databases, in its own group."
  }
  assert {
    condition     = aws_db_instance.this.parameter_group_name == aws_db_parameter_group.this.name && aws_db_instance.this.monitoring_role_arn == aws_iam_role.monitoring.arn
    error_message = "It must use its own parameters and role."
  }
  assert {
    condition     = output.secret_arn == one(aws_db_instance.this.master_user_secret).secret_arn
    error_message = "The secret must be told by its ARN."
  }
}

run "is_not_lost" {
  command = plan

  assert {
    condition     = aws_db_instance.this.deletion_protection && aws_db_instance.this.skip_final_snapshot == false && aws_db_instance.this.final_snapshot_identifier == "sentori-test-ecs-final" && aws_db_instance.this.delete_automated_backups == false
    error_message = "Deleting must be hard, and leave a snapshot and the backups."
  }
  assert {
    condition     = aws_db_instance.this.backup_retention_period == 7 && aws_db_instance.this.auto_minor_version_upgrade && aws_db_instance.this.allow_major_version_upgrade == false
    error_message = "Backups must be kept, and minor versions taken without asking."
  }
  assert {
    condition     = aws_db_instance.this.max_allocated_storage == 100 && aws_db_instance.this.allocated_storage == 20 && aws_db_instance.this.storage_type == "gp3"
    error_message = "The disk must grow by itself."
  }
  assert {
    condition     = aws_db_instance.this.multi_az && aws_rds_instance_state.this.state == "available"
    error_message = "A second instance must stand by unless that is turned off."
  }
}

run "is_watched" {
  command = plan

  assert {
    condition     = aws_db_instance.this.performance_insights_enabled && aws_db_instance.this.performance_insights_kms_key_id == var.kms_key_arn && aws_db_instance.this.monitoring_interval == 60
    error_message = "Performance insights and the machine's metrics must be on."
  }
  assert {
    condition     = toset(aws_db_instance.this.enabled_cloudwatch_logs_exports) == toset(["postgresql", "upgrade"]) && toset([for group in aws_cloudwatch_log_group.this : group.name]) == toset(["/aws/rds/instance/sentori-test-ecs/postgresql", "/aws/rds/instance/sentori-test-ecs/upgrade"]) && alltrue([for group in aws_cloudwatch_log_group.this : group.retention_in_days == 365 && group.kms_key_id == var.kms_key_arn])
    error_message = "Logs must go to groups that are encrypted and forget."
  }
  assert {
    condition     = one(jsondecode(aws_iam_role.monitoring.assume_role_policy).Statement).Principal.Service == "monitoring.rds.amazonaws.com"
    error_message = "Only RDS may have the role of monitoring."
  }
}

run "bears_the_connections_that_it_is_told_of" {
  command = plan

  variables {
    instance_class = "db.m7g.large"
    connections    = 785
  }

  assert {
    condition     = output.max_connections == 800 && one([for parameter in aws_db_parameter_group.this.parameter : parameter.value if parameter.name == "max_connections"]) == "800"
    error_message = "The instance must be told how many connections to bear."
  }
}

run "refuses_more_connections_than_the_instance_bears" {
  command = plan

  variables {
    connections = 186
  }

  expect_failures = [aws_db_instance.this]
}

run "is_stopped_when_parked" {
  command = plan

  variables {
    parked = true
  }

  assert {
    condition     = aws_rds_instance_state.this.state == "stopped" && aws_rds_instance_state.this.identifier == "sentori-test-ecs"
    error_message = "A parked instance must be stopped, and be there still."
  }
}

run "refuses_values_that_cannot_be" {
  command = plan

  variables {
    # A version not tried
    engine_version = "16"
    # A class of unknown size
    instance_class = "db.t4g.micro"
    # One subnet
    subnet_ids = ["subnet-0123456789abcdef0"]
    # A disk that cannot grow
    storage = { first = 100, most = 110 }
    # No connection
    connections = 0
    # To do without backups
    backup_days = 0
    # A name that is none
    name = "Sentori"
    # Days that cloudwatch does not take
    log_retention_days = 45
  }

  expect_failures = [var.engine_version, var.instance_class, var.subnet_ids, var.storage, var.connections, var.backup_days, var.name, var.log_retention_days]
}
