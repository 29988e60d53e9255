variables {
  name        = "sentori-test-ecs"
  cluster     = { arn = "arn:aws:ecs:eu-west-3:123456789012:cluster/sentori-test-ecs", name = "sentori-test-ecs" }
  network     = { vpc_id = "vpc-0123456789abcdef0", subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"] }
  namespace   = { id = "ns-0123456789abcdef" }
  image       = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/prometheus@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  kms_key_arn = "arn:aws:kms:eu-west-3:123456789012:key/11111111-2222-3333-4444-555555555555"
  scrapes     = { app = { security_group_id = "sg-0123456789abcdef9", port = 9090 } }
}

run "keeps_what_it_records_on_a_file_system_of_its_own" {
  command = apply

  assert {
    condition     = aws_efs_file_system.this.encrypted && aws_efs_file_system.this.kms_key_id == var.kms_key_arn && one(aws_efs_backup_policy.this.backup_policy).status == "ENABLED"
    error_message = "Samples must be encrypted and backed up."
  }
  assert {
    condition     = toset([for target in aws_efs_mount_target.this : target.subnet_id]) == toset(var.network.subnet_ids) && alltrue([for target in aws_efs_mount_target.this : toset(target.security_groups) == toset([aws_security_group.storage.id])])
    error_message = "The file system must be there in each zone, in its own group."
  }
  assert {
    condition     = one(aws_efs_access_point.this.posix_user).uid == 65534 && one(one(aws_efs_access_point.this.root_directory).creation_info).owner_uid == 65534 && output.container.user == "65534:65534"
    error_message = "The folder must belong to the user of the image."
  }
  assert {
    condition     = contains([for mount in output.container.mountPoints : mount.containerPath], "/prometheus") && contains(output.container.command, "--storage.tsdb.path=/prometheus") && length(output.container.mountPoints) == 1
    error_message = "Samples must be written where the file system is mounted, and nothing elsewhere."
  }
  assert {
    condition     = join(" ", output.container.healthCheck.command) == "CMD /bin/promtool check healthy --url=http://127.0.0.1:9090" && output.container.portMappings[0].containerPort == 9090
    error_message = "ECS must ask Prometheus itself for its health, where it listens."
  }
}

run "lets_nobody_else_at_its_samples" {
  command = apply

  assert {
    condition     = one([for statement in jsondecode(aws_efs_file_system_policy.this.policy).Statement : statement if statement.Effect == "Allow"]).Condition.StringEquals["elasticfilesystem:AccessPointArn"] == aws_efs_access_point.this.arn && strcontains(one([for statement in jsondecode(aws_efs_file_system_policy.this.policy).Statement : statement if statement.Effect == "Allow"]).Principal.AWS, ":role/")
    error_message = "The task's role alone may mount it, by the access point alone."
  }
  assert {
    condition     = !contains(flatten([for statement in jsondecode(aws_efs_file_system_policy.this.policy).Statement : statement.Action if statement.Effect == "Allow"]), "elasticfilesystem:ClientRootAccess")
    error_message = "Nobody is root on it."
  }
  assert {
    condition     = one([for statement in jsondecode(aws_efs_file_system_policy.this.policy).Statement : statement if statement.Effect == "Deny"]).Condition.Bool["aws:SecureTransport"] == "false"
    error_message = "It must be mounted over TLS."
  }
}

run "forgets_in_time" {
  command = plan

  variables {
    retention = { time = "30d", size = "50GB" }
  }

  assert {
    condition     = contains(output.container.command, "--storage.tsdb.retention.time=30d") && contains(output.container.command, "--storage.tsdb.retention.size=50GB")
    error_message = "Samples must go after their time, or when there are too many."
  }
  assert {
    condition     = !anytrue([for argument in output.container.command : strcontains(argument, "enable-admin-api") || strcontains(argument, "enable-lifecycle")])
    error_message = "Nobody may delete samples or stop it by a request."
  }
}

run "refuses_values_that_cannot_be" {
  command = plan

  variables {
    # A retention that prometheus does not read
    retention = { time = "two weeks" }
  }

  expect_failures = [var.retention]
}
