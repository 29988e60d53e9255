variables {
  name = "sentori-staging-ecs"
}

run "rotates_and_names_the_key" {
  command = plan

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.deletion_window_in_days == 30
    error_message = "The key must be rotated, and be deleted a month late."
  }
  assert {
    condition     = aws_kms_alias.this.name == "alias/sentori-staging-ecs"
    error_message = "The alias must be the stack's name."
  }
}

run "lets_in_the_account_the_logs_of_the_stack_and_its_alarms" {
  command = plan

  assert {
    condition     = alltrue([for statement in jsondecode(aws_kms_key.this.policy).Statement : !anytrue([for action in flatten([statement.Action]) : endswith(action, "*")])])
    error_message = "The policy must name actions one by one."
  }
  assert {
    condition     = toset([for statement in jsondecode(aws_kms_key.this.policy).Statement : statement.Sid]) == toset(["Account", "Logs", "Alarms"])
    error_message = "Nobody else may use the key."
  }
  assert {
    condition = one([for statement in jsondecode(aws_kms_key.this.policy).Statement : toset(statement.Condition.ArnLike["kms:EncryptionContext:aws:logs:arn"]) if statement.Sid == "Logs"]) == toset([
      "arn:aws:logs:eu-west-3:123456789012:log-group:/sentori-staging-ecs/*",
      "arn:aws:logs:eu-west-3:123456789012:log-group:/aws/rds/instance/sentori-staging-ecs/*",
      "arn:aws:logs:eu-west-3:123456789012:log-group:/aws/ecs/containerinsights/sentori-staging-ecs/*",
    ])
    error_message = "CloudWatch may use the key for groups of this stack alone."
  }
  assert {
    condition     = one([for statement in jsondecode(aws_kms_key.this.policy).Statement : statement.Condition.StringEquals["aws:SourceAccount"] if statement.Sid == "Alarms"]) == "123456789012"
    error_message = "Alarms of other accounts may not use the key."
  }
}

run "refuses_a_name_that_is_none" {
  command = plan

  variables {
    name = "Sentori ECS"
  }

  expect_failures = [var.name]
}

run "serves_the_further_groups_that_it_is_given" {
  command = plan

  variables {
    log_groups = ["/aws/lambda/sentori-test-*"]
  }

  assert {
    condition = contains(flatten([
      for statement in jsondecode(data.aws_iam_policy_document.key.json).Statement : statement.Condition.ArnLike["kms:EncryptionContext:aws:logs:arn"] if statement.Sid == "Logs"
    ]), "arn:aws:logs:eu-west-3:123456789012:log-group:/aws/lambda/sentori-test-*")
    error_message = "CloudWatch Logs must be able to encrypt these groups."
  }
}

run "refuses_any_group_at_all" {
  command = plan

  variables {
    log_groups = ["*"]
  }

  expect_failures = [var.log_groups]
}
