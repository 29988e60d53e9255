variables {
  name        = "sentori-test-ecs"
  service     = "app"
  cluster     = { arn = "arn:aws:ecs:eu-west-3:123456789012:cluster/sentori-test-ecs", name = "sentori-test-ecs" }
  network     = { vpc_id = "vpc-0123456789abcdef0", subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"] }
  kms_key_arn = "arn:aws:kms:eu-west-3:123456789012:key/11111111-2222-3333-4444-555555555555"

  image          = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
  cpu            = 512
  memory         = 1024
  user           = "10001:10001"
  port           = 8080
  further_ports  = [9090]
  health_command = ["CMD", "healthy"]
  environment    = { SERVER_ADDRESS = "0.0.0.0" }
  secrets        = { SPRING_DATASOURCE_PASSWORD = "arn:aws:secretsmanager:eu-west-3:123456789012:secret:rds!db-1-AbCdEf:password::" }
  secret_arns    = ["arn:aws:secretsmanager:eu-west-3:123456789012:secret:rds!db-1-AbCdEf"]
  writable       = { tmp = "/tmp" }
  tasks          = { min = 2, max = 6, requests_target = 3000 }
  namespace      = { id = "ns-0123456789abcdef" }
  reaches        = { database = { security_group_id = "sg-0123456789abcdef9", port = 5432 } }
  route = {
    listener_arn      = "arn:aws:elasticloadbalancing:eu-west-3:123456789012:listener/app/sentori/0123456789abcdef/0123456789abcdef"
    security_group_id = "sg-0123456789abcdef8"
    arn_suffix        = "app/sentori/0123456789abcdef"
    host              = "api.sentori-studio.com"
    paths             = ["/api/*", "/sensors/data", "/infra/latest-deployment", "/actuator/health"]
    priority          = 10
    health_path       = "/actuator/health/liveness"
  }
}

run "runs_a_container_that_can_change_nothing" {
  command = plan

  assert {
    condition     = output.container.readonlyRootFilesystem && output.container.user == "10001:10001" && output.container.linuxParameters.capabilities.drop == ["ALL"]
    error_message = "The root must be read-only, and the process neither root nor privileged."
  }
  assert {
    condition     = output.container.mountPoints == [{ sourceVolume = "tmp", containerPath = "/tmp", readOnly = false }] && toset([for volume in aws_ecs_task_definition.this.volume : volume.name]) == toset(["tmp"])
    error_message = "Only the folders named may be written to."
  }
  assert {
    condition     = [for mapping in output.container.portMappings : mapping.containerPort] == [8080, 9090]
    error_message = "The ports must be those of the image."
  }
  assert {
    condition     = join(" ", output.container.healthCheck.command) == "CMD healthy" && output.container.stopTimeout == 30 && output.container.memory == 1024
    error_message = "ECS must ask for the health, and leave time to stop."
  }
  assert {
    condition     = aws_ecs_task_definition.this.network_mode == "awsvpc" && one(aws_ecs_task_definition.this.runtime_platform).cpu_architecture == "X86_64"
    error_message = "Fargate wants awsvpc, and the processor of the image."
  }
}

run "defines_that_very_container" {
  command = apply

  assert {
    condition     = length(jsondecode(aws_ecs_task_definition.this.container_definitions)) == 1 && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].image == var.image && !can(jsondecode(aws_ecs_task_definition.this.container_definitions)[0].command)
    error_message = "There must be the one container, with the image's own command."
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].environment == [{ name = "SERVER_ADDRESS", value = "0.0.0.0" }] && jsondecode(aws_ecs_task_definition.this.container_definitions)[0].secrets == [{ name = "SPRING_DATASOURCE_PASSWORD", valueFrom = "arn:aws:secretsmanager:eu-west-3:123456789012:secret:rds!db-1-AbCdEf:password::" }]
    error_message = "Secrets must come from Secrets Manager when the task starts."
  }
  assert {
    condition     = aws_ecs_task_definition.this.execution_role_arn == aws_iam_role.execution.arn && aws_ecs_task_definition.this.task_role_arn == aws_iam_role.task.arn && aws_iam_role.execution.arn != aws_iam_role.task.arn
    error_message = "Starting a task and being one are two roles."
  }
  assert {
    condition     = jsondecode(aws_ecs_task_definition.this.container_definitions)[0].logConfiguration.options.awslogs-group == aws_cloudwatch_log_group.this.name && aws_cloudwatch_log_group.this.retention_in_days == 365 && aws_cloudwatch_log_group.this.kms_key_id == var.kms_key_arn
    error_message = "The log must go to its group, encrypted and for a time."
  }
  assert {
    condition     = toset(aws_ecs_service.this[0].network_configuration[0].security_groups) == toset([aws_security_group.this.id]) && toset(aws_ecs_service.this[0].network_configuration[0].subnets) == toset(var.network.subnet_ids)
    error_message = "Tasks must be in the private subnets, in their own group."
  }
  assert {
    condition     = one(aws_ecs_service.this[0].load_balancer).target_group_arn == aws_lb_target_group.this[0].arn && one(aws_ecs_service.this[0].load_balancer).container_port == 8080
    error_message = "The balancer must reach the port of the API."
  }
  assert {
    condition     = one(aws_ecs_service.this[0].service_registries).registry_arn == aws_service_discovery_service.this[0].arn
    error_message = "Tasks must be found by name."
  }
  assert {
    condition     = one(aws_appautoscaling_policy.requests[0].target_tracking_scaling_policy_configuration).predefined_metric_specification[0].resource_label == "app/sentori/0123456789abcdef/${aws_lb_target_group.this[0].arn_suffix}"
    error_message = "Requests must be counted at this target group of this balancer."
  }
}

run "rolls_back_a_rollout_that_fails" {
  command = plan

  assert {
    condition     = one(aws_ecs_service.this[0].deployment_circuit_breaker).enable && one(aws_ecs_service.this[0].deployment_circuit_breaker).rollback
    error_message = "A rollout that fails must be taken back."
  }
  assert {
    condition     = aws_ecs_task_definition.this.skip_destroy && aws_ecs_service.this[0].wait_for_steady_state
    error_message = "What it is taken back to must be there, and the apply must hear of it."
  }
  assert {
    condition     = aws_ecs_service.this[0].deployment_minimum_healthy_percent == 100 && aws_ecs_service.this[0].deployment_maximum_percent == 200
    error_message = "A rollout must take no task away before there is another."
  }
  assert {
    condition     = aws_ecs_service.this[0].network_configuration[0].assign_public_ip == false && aws_ecs_service.this[0].enable_execute_command == false
    error_message = "Tasks must not be reachable from outside, nor be entered."
  }
}

run "scales_within_bounds" {
  command = plan

  assert {
    condition     = aws_appautoscaling_target.this[0].min_capacity == 2 && aws_appautoscaling_target.this[0].max_capacity == 6 && aws_ecs_service.this[0].desired_count == 2
    error_message = "There must be 2 to 6 tasks, 2 at the start."
  }
  assert {
    condition     = aws_appautoscaling_target.this[0].resource_id == "service/sentori-test-ecs/app"
    error_message = "The service must be the one that is scaled."
  }
  assert {
    condition     = one(aws_appautoscaling_policy.cpu[0].target_tracking_scaling_policy_configuration).target_value == 60 && one(aws_appautoscaling_policy.requests[0].target_tracking_scaling_policy_configuration).target_value == 3000
    error_message = "CPU and requests must both scale."
  }
}

run "is_routed_to_by_host_and_path_alone" {
  command = plan

  assert {
    condition     = length(aws_lb_listener_rule.this) == 2 && [for rule in aws_lb_listener_rule.this : rule.priority] == [10, 11]
    error_message = "Four paths need two rules, which take four values each at most."
  }
  assert {
    condition     = alltrue([for rule in aws_lb_listener_rule.this : anytrue([for condition in rule.condition : try(one(condition.host_header).values == toset(["api.sentori-studio.com"]), false)])])
    error_message = "Each rule must ask for the host."
  }
  assert {
    condition     = toset(flatten([for rule in aws_lb_listener_rule.this : [for condition in rule.condition : [for pattern in condition.path_pattern : tolist(pattern.values)]]])) == toset(var.route.paths)
    error_message = "The paths must be routed and no other."
  }
  assert {
    condition     = aws_lb_target_group.this[0].port == 8080 && aws_lb_target_group.this[0].target_type == "ip" && one(aws_lb_target_group.this[0].health_check).path == "/actuator/health/liveness" && one(aws_lb_target_group.this[0].health_check).matcher == "200"
    error_message = "Targets must be asked for their health at the port that they serve."
  }
  assert {
    condition     = tonumber(aws_lb_target_group.this[0].deregistration_delay) < output.container.stopTimeout
    error_message = "What is under way must have the time to end."
  }
}

run "opens_what_is_named_at_both_ends" {
  command = apply

  assert {
    condition     = aws_vpc_security_group_ingress_rule.balancer[0].referenced_security_group_id == "sg-0123456789abcdef8" && aws_vpc_security_group_ingress_rule.balancer[0].from_port == 8080 && aws_vpc_security_group_ingress_rule.balancer[0].to_port == 8080
    error_message = "The balancer alone may come in, at the port of the API: not at that of management."
  }
  assert {
    condition     = aws_vpc_security_group_egress_rule.balancer[0].security_group_id == "sg-0123456789abcdef8" && aws_vpc_security_group_egress_rule.balancer[0].referenced_security_group_id == aws_security_group.this.id && aws_vpc_security_group_egress_rule.balancer[0].to_port == 8080
    error_message = "The balancer must be let out to the tasks."
  }
  assert {
    condition     = aws_vpc_security_group_egress_rule.reached["database"].referenced_security_group_id == "sg-0123456789abcdef9" && aws_vpc_security_group_egress_rule.reached["database"].from_port == 5432 && aws_vpc_security_group_ingress_rule.reached["database"].security_group_id == "sg-0123456789abcdef9" && aws_vpc_security_group_ingress_rule.reached["database"].referenced_security_group_id == aws_security_group.this.id
    error_message = "The way to the database must be open at both ends."
  }
  assert {
    condition     = aws_vpc_security_group_egress_rule.https.from_port == 443 && aws_vpc_security_group_egress_rule.https.to_port == 443
    error_message = "Outside, only TLS is reached."
  }
}

run "may_do_what_it_needs_and_no_more" {
  command = plan

  assert {
    condition     = alltrue([for statement in jsondecode(aws_iam_role_policy.execution.policy).Statement : !anytrue([for action in flatten([statement.Action]) : strcontains(action, "*")])])
    error_message = "Actions must be named one by one."
  }
  assert {
    condition     = alltrue([for statement in jsondecode(aws_iam_role_policy.execution.policy).Statement : statement.Resource != "*" || statement.Action == "ecr:GetAuthorizationToken"])
    error_message = "Only the token of ECR is given for no resource in particular."
  }
  assert {
    condition     = one([for statement in jsondecode(aws_iam_role_policy.execution.policy).Statement : statement.Resource if statement.Sid == "Image"]) == "arn:aws:ecr:eu-west-3:123456789012:repository/sentori/app"
    error_message = "Images may come from the image's own repository."
  }
  assert {
    condition     = one([for statement in jsondecode(aws_iam_role_policy.execution.policy).Statement : statement.Resource if statement.Sid == "Log"]) == "arn:aws:logs:eu-west-3:123456789012:log-group:/sentori-test-ecs/app:log-stream:*"
    error_message = "Logs may go to the service's own group."
  }
  assert {
    condition     = one([for statement in jsondecode(aws_iam_role_policy.execution.policy).Statement : statement.Resource if statement.Sid == "Secrets"]) == "arn:aws:secretsmanager:eu-west-3:123456789012:secret:rds!db-1-AbCdEf" && one([for statement in jsondecode(aws_iam_role_policy.execution.policy).Statement : statement.Condition.StringEquals["kms:ViaService"] if statement.Sid == "SecretsKey"]) == "secretsmanager.eu-west-3.amazonaws.com"
    error_message = "Only its own secrets may be read, and the key used for them alone."
  }
  assert {
    condition     = length(aws_iam_role_policy.task) == 0
    error_message = "The process itself may do nothing in AWS unless it is given a policy."
  }
  assert {
    condition     = one(jsondecode(aws_iam_role.task.assume_role_policy).Statement).Principal.Service == "ecs-tasks.amazonaws.com" && one(jsondecode(aws_iam_role.task.assume_role_policy).Statement).Condition.StringEquals["aws:SourceAccount"] == "123456789012"
    error_message = "Tasks of this account alone may have the roles."
  }
}

run "keeps_a_folder_encrypted_on_its_way" {
  command = plan

  variables {
    route       = null
    namespace   = null
    reaches     = {}
    secrets     = {}
    secret_arns = []
    tasks       = { min = 1, max = 1, minimum_healthy = 0, maximum_in_rollouts = 100 }
    file_system = { file_system_id = "fs-0123456789abcdef0", access_point_id = "fsap-0123456789abcdef0", path = "/prometheus" }
  }

  assert {
    condition     = one(flatten([for volume in aws_ecs_task_definition.this.volume : volume.efs_volume_configuration])).transit_encryption == "ENABLED" && one(one(flatten([for volume in aws_ecs_task_definition.this.volume : volume.efs_volume_configuration])).authorization_config).iam == "ENABLED"
    error_message = "The folder must be mounted over TLS, as the task's role."
  }
  assert {
    condition     = contains(output.container.mountPoints, { sourceVolume = "kept", containerPath = "/prometheus", readOnly = false })
    error_message = "The folder must be where the process expects it."
  }
  assert {
    condition     = aws_ecs_service.this[0].availability_zone_rebalancing == "DISABLED" && length(aws_appautoscaling_target.this) == 0 && length(aws_lb_target_group.this) == 0
    error_message = "A single task is neither balanced, scaled nor routed to."
  }
  assert {
    condition     = length([for statement in jsondecode(aws_iam_role_policy.execution.policy).Statement : statement if startswith(statement.Sid, "Secret")]) == 0
    error_message = "Without secrets there is no right to any."
  }
}

run "is_routed_all_paths" {
  command = plan

  variables {
    route = {
      listener_arn      = "arn:aws:elasticloadbalancing:eu-west-3:123456789012:listener/app/sentori/0123456789abcdef/0123456789abcdef"
      security_group_id = "sg-0123456789abcdef8"
      arn_suffix        = "app/sentori/0123456789abcdef"
      host              = "grafana.sentori-studio.com"
      priority          = 100
      health_path       = "/api/health"
    }
  }

  assert {
    condition     = length(aws_lb_listener_rule.this) == 1 && length(one(aws_lb_listener_rule.this).condition) == 1
    error_message = "Without paths the host alone decides."
  }
}

run "goes_when_parked" {
  command = plan

  variables {
    parked = true
  }

  assert {
    condition     = length(aws_ecs_service.this) == 0 && length(aws_appautoscaling_target.this) == 0 && length(aws_appautoscaling_policy.cpu) == 0 && length(aws_appautoscaling_policy.requests) == 0
    error_message = "A parked service must cost nothing."
  }
}

run "refuses_memory_that_fargate_has_not" {
  command = plan

  variables {
    cpu    = 512
    memory = 512
  }

  expect_failures = [var.memory]
}

run "refuses_cpu_that_fargate_has_not" {
  command = plan

  variables {
    cpu = 100
  }

  expect_failures = [var.cpu]
}

run "refuses_to_hold_a_cpu_that_is_full" {
  command = plan

  variables {
    tasks = { cpu_target = 100 }
  }

  expect_failures = [var.tasks]
}

run "refuses_values_that_cannot_be" {
  command = plan

  variables {
    # An image of elsewhere
    image = "docker.io/grafana/grafana:12.0.0"
    # Root
    user = "0:0"
    # Secrets in the environment
    environment = { GF_SECURITY_ADMIN_PASSWORD = "admin" }
    # A ninth task that nobody finds
    tasks = { min = 2, max = 9 }
    # A health command without its form
    health_command = ["healthy"]
    # An architecture that is none
    architecture = "x86"
    # A stop that fargate cuts short
    stop_seconds = 300
    # A start that ecs does not wait for
    start_seconds = 600
    # A service without a name
    service = "A"
    # A name that is none
    name = "Sentori"
    # Days that cloudwatch does not take
    log_retention_days = 45
  }

  expect_failures = [var.image, var.user, var.environment, var.tasks, var.health_command, var.architecture, var.stop_seconds, var.start_seconds, var.service, var.name, var.log_retention_days]
}

run "refuses_other_values_that_cannot_be" {
  command = plan

  variables {
    # The latest image
    image = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/app:latest"
    # More at least than at most
    tasks = { min = 4, max = 2 }
  }

  expect_failures = [var.image, var.tasks]
}
