data "aws_region" "current" {}

locals {
  prefix = "${var.name}-${var.service}"

  # Only names and ARNs of secrets are in here.
  container = {
    name                   = var.service
    image                  = var.image
    essential              = true
    memory                 = var.memory
    user                   = var.user
    readonlyRootFilesystem = true
    command                = var.command
    # A zombie-reaping init costs nothing and passes signals on.
    linuxParameters = { initProcessEnabled = true, capabilities = { drop = ["ALL"] } }
    portMappings    = [for port in concat([var.port], var.further_ports) : { containerPort = port, hostPort = port, protocol = "tcp" }]
    environment     = [for name in sort(keys(var.environment)) : { name = name, value = var.environment[name] }]
    secrets         = [for name in sort(keys(var.secrets)) : { name = name, valueFrom = var.secrets[name] }]
    mountPoints = concat(
      [for name in sort(keys(var.writable)) : { sourceVolume = name, containerPath = var.writable[name], readOnly = false }],
      var.file_system == null ? [] : [{ sourceVolume = "kept", containerPath = var.file_system.path, readOnly = false }]
    )
    healthCheck = { command = var.health_command, interval = 30, timeout = 5, retries = 3, startPeriod = var.start_seconds }
    stopTimeout = var.stop_seconds
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.this.name
        awslogs-region        = data.aws_region.current.region
        awslogs-stream-prefix = var.service
        # A log that is behind loses lines rather than stop the process.
        mode            = "non-blocking"
        max-buffer-size = "4m"
      }
    }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/${var.name}/${var.service}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
  tags              = var.tags
}

resource "aws_ecs_task_definition" "this" {
  family                   = local.prefix
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn
  # A rollout that fails goes back to the revision before, which must still be there.
  skip_destroy          = true
  container_definitions = jsonencode([{ for key, value in local.container : key => value if value != null }])
  tags                  = var.tags

  runtime_platform {
    cpu_architecture        = var.architecture
    operating_system_family = "LINUX"
  }

  dynamic "volume" {
    for_each = var.writable

    content {
      name = volume.key
    }
  }

  dynamic "volume" {
    for_each = var.file_system[*]

    content {
      name = "kept"

      efs_volume_configuration {
        file_system_id     = volume.value.file_system_id
        transit_encryption = "ENABLED"

        authorization_config {
          access_point_id = volume.value.access_point_id
          iam             = "ENABLED"
        }
      }
    }
  }
}

resource "aws_ecs_service" "this" {
  count = var.parked ? 0 : 1

  name             = var.service
  cluster          = var.cluster.arn
  task_definition  = aws_ecs_task_definition.this.arn
  desired_count    = var.tasks.min
  launch_type      = "FARGATE"
  platform_version = "LATEST"
  propagate_tags   = "SERVICE"
  tags             = var.tags

  # An apply ends when the tasks are well, or says that they are not.
  wait_for_steady_state              = true
  enable_ecs_managed_tags            = true
  enable_execute_command             = false
  deployment_minimum_healthy_percent = var.tasks.minimum_healthy
  deployment_maximum_percent         = var.tasks.maximum_in_rollouts
  availability_zone_rebalancing      = var.tasks.maximum_in_rollouts > 100 ? "ENABLED" : "DISABLED"
  health_check_grace_period_seconds  = var.route == null ? null : var.start_seconds

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = var.network.subnet_ids
    security_groups  = [aws_security_group.this.id]
    assign_public_ip = false
  }

  dynamic "load_balancer" {
    for_each = aws_lb_target_group.this

    content {
      target_group_arn = load_balancer.value.arn
      container_name   = var.service
      container_port   = var.port
    }
  }

  dynamic "service_registries" {
    for_each = aws_service_discovery_service.this

    content {
      registry_arn = service_registries.value.arn
    }
  }

  lifecycle {
    # Scaling is the one to say; at the start it is the least.
    ignore_changes = [desired_count]
  }

  # A target group must have a listener first, tasks need their roles' rights until the last has ended, and the ways to be open.
  depends_on = [
    aws_lb_listener_rule.this, aws_iam_role_policy.execution, aws_iam_role_policy.task, aws_vpc_security_group_egress_rule.https,
    aws_vpc_security_group_egress_rule.reached, aws_vpc_security_group_ingress_rule.reached,
  ]
}

resource "aws_service_discovery_service" "this" {
  count = var.namespace == null ? 0 : 1

  name = var.service
  tags = var.tags

  dns_config {
    namespace_id   = var.namespace.id
    routing_policy = "MULTIVALUE"

    dns_records {
      type = "A"
      ttl  = 10
    }
  }

  # ECS says which tasks are well. One is what AWS takes whatever is said; left out, the block would be made anew by each apply.
  health_check_custom_config {
    failure_threshold = 1
  }
}
