override_data {
  target = data.aws_route53_zone.this
  values = { zone_id = "Z0123456789ABC" }
}

# Known in a plan, so that the documents can be read without an apply.
override_resource {
  target          = module.state.aws_s3_bucket.this
  override_during = plan
  values          = { arn = "arn:aws:s3:::sentori-terraform-state-123456789012" }
}

variables {
  principals = ["arn:aws:iam::123456789012:user/alice"]
}

run "keeps_states_versioned_and_encrypted" {
  command = plan

  assert {
    condition     = module.state.name == "sentori-terraform-state-123456789012"
    error_message = "The bucket must be the account's own."
  }
  assert {
    condition     = module.state.versioned && module.state.encrypted_by_kms
    error_message = "A state that was overwritten must come back, and must not lie open."
  }
}

run "has_a_registry_that_never_changes_a_tag" {
  command = plan

  assert {
    condition     = toset([for repository in aws_ecr_repository.this : repository.name]) == toset(["sentori/app", "sentori/grafana", "sentori/prometheus"])
    error_message = "There are three images."
  }
  assert {
    condition = alltrue([
      for repository in aws_ecr_repository.this : repository.image_tag_mutability == "IMMUTABLE" && repository.image_scanning_configuration[0].scan_on_push && repository.encryption_configuration[0].encryption_type == "KMS"
    ])
    error_message = "Tags must not change, and each image must be scanned and encrypted."
  }
  assert {
    condition = alltrue([
      for policy in aws_ecr_lifecycle_policy.this : { for rule in jsondecode(policy.policy).rules : rule.selection.tagStatus => rule.selection.countNumber } == { untagged = 7, any = 30 }
    ])
    error_message = "Old images must go, the newest thirty stay."
  }
}

run "lets_named_people_with_a_second_factor_take_the_role" {
  command = plan

  assert {
    condition = jsondecode(data.aws_iam_policy_document.trust.json).Statement == [{
      Effect    = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::123456789012:user/alice" }
      Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
    }]
    error_message = "Nobody else may take the role."
  }
}

run "knows_sessions_that_carry_no_sign_of_a_second_factor" {
  command = plan

  variables {
    require_mfa = false
  }

  assert {
    condition     = !can(jsondecode(data.aws_iam_policy_document.trust.json).Statement[0].Condition)
    error_message = "Roles of CI would never get in."
  }
}

run "gives_the_role_what_the_stacks_need_and_no_more" {
  command = plan

  assert {
    condition = length(setsubtract(
      flatten([for source in fileset("../..", "{modules,stacks}/**/*.tf") : regexall("(?m)^resource \"(aws_[a-z0-9_]+)\"", file("../../${source}")) if !startswith(source, "stacks/bootstrap/")]),
      flatten([for area in values(local.rights) : keys(area.types)])
    )) == 0
    error_message = "A stack uses a type of resource that the role may not make: say in rights.tf what it needs."
  }
  assert {
    # Once all stacks are there.
    condition = length(fileset("..", "*/main.tf")) < 4 || length(setsubtract(
      [for type in distinct(flatten([for area in values(local.rights) : keys(area.types)])) : type if startswith(type, "aws_")],
      flatten([for source in fileset("../..", "{modules,stacks}/**/*.tf") : regexall("(?m)^resource \"(aws_[a-z0-9_]+)\"", file("../../${source}")) if !startswith(source, "stacks/bootstrap/")])
    )) == 0
    error_message = "The role has rights on a type of resource that no stack uses any more."
  }
  assert {
    condition = alltrue(flatten([
      for document in data.aws_iam_policy_document.terraform : [
        for statement in jsondecode(document.json).Statement : [for action in flatten([statement.Action]) : can(regex("^[a-z0-9-]+:[A-Za-z]+$", action))]
      ]
    ]))
    error_message = "Actions must be named one by one."
  }
  assert {
    condition = toset(flatten([
      for document in data.aws_iam_policy_document.terraform : [for statement in jsondecode(document.json).Statement : statement.Sid if contains(flatten([statement.Resource]), "*")]
    ])) == toset(["ContainersLook", "LoadBalancersLook", "LogsDelivered", "Look", "NetworkLook"])
    error_message = "Everything is a resource only where AWS knows no other."
  }
  assert {
    condition     = alltrue([for document in data.aws_iam_policy_document.terraform : length(jsonencode(jsondecode(document.json))) <= 6144]) && length(aws_iam_role_policy_attachment.terraform) <= 10
    error_message = "A policy holds 6,144 characters, and a role ten policies."
  }
}

run "can_make_no_role_that_may_do_more_than_tasks_and_functions" {
  command = plan

  assert {
    condition = alltrue(flatten([
      for statement in jsondecode(data.aws_iam_policy_document.terraform["roles"].json).Statement : [
        for resource in flatten([statement.Resource]) : startswith(resource, "arn:aws:iam::123456789012:role/sentori-")
        ] if statement.Effect == "Allow" && anytrue([
          for action in flatten([statement.Action]) : startswith(action, "iam:") && !can(regex("^iam:(Get|List|CreateServiceLinkedRole)", action))
      ])
    ]))
    error_message = "Roles may only be written that begin with sentori-."
  }
  assert {
    condition = toset(flatten([
      for document in data.aws_iam_policy_document.terraform : [
        for statement in jsondecode(document.json).Statement : statement.Sid if statement.Effect == "Allow" && anytrue([for action in flatten([statement.Action]) : startswith(action, "iam:")])
      ]
    ])) == toset(["PoliciesRead", "Roles", "RolesHandedOn", "RolesOfAwsPolicies", "RolesOfServices", "RolesWithinTheBoundary"])
    error_message = "There must be no other right in IAM."
  }
  assert {
    condition = alltrue(flatten([
      for document in data.aws_iam_policy_document.terraform : [
        for statement in jsondecode(document.json).Statement : try(statement.Condition.StringEquals["iam:PermissionsBoundary"], "") == "arn:aws:iam::123456789012:policy/sentori-workload-boundary"
        if statement.Effect == "Allow" && length(setintersection(flatten([statement.Action]), ["iam:CreateRole", "iam:PutRolePermissionsBoundary"])) > 0
      ]
    ]))
    error_message = "A role must be made within the boundary."
  }
  assert {
    condition = {
      for statement in jsondecode(data.aws_iam_policy_document.guards.json).Statement : statement.Sid => toset(flatten([statement.Action])) if statement.Effect == "Deny" && startswith(statement.Sid, "NoRole")
    } == { NoRoleBeyondTheBoundary = toset(["iam:CreateRole", "iam:PutRolePermissionsBoundary"]), NoRoleWithoutItsBoundary = toset(["iam:DeleteRolePermissionsBoundary"]) }
    error_message = "Without the boundary no role may be made or left."
  }
  assert {
    condition = toset(flatten([for statement in jsondecode(data.aws_iam_policy_document.guards.json).Statement : statement.Resource if statement.Sid == "NotItsOwnRights"])) == toset([
      "arn:aws:iam::123456789012:role/sentori-terraform", "arn:aws:iam::123456789012:role/sentori-api-gateway-logs"
    ])
    error_message = "The role must not change itself."
  }
  assert {
    condition     = one([for statement in jsondecode(data.aws_iam_policy_document.guards.json).Statement : statement.Resource if statement.Sid == "NotThePolicies"]) == "arn:aws:iam::123456789012:policy/*"
    error_message = "The role must not change the boundary."
  }
  assert {
    condition = alltrue(flatten([
      for statement in jsondecode(data.aws_iam_policy_document.boundary.json).Statement : [
        for action in flatten([statement.Action]) : !startswith(action, "iam:") || action == "iam:PassRole" if statement.Effect == "Allow"
      ]
    ]))
    error_message = "What a stack makes must not make roles."
  }
  assert {
    condition     = alltrue(flatten([for statement in jsondecode(data.aws_iam_policy_document.boundary.json).Statement : [for action in flatten([statement.Action]) : can(regex("^[a-z0-9-]+:[A-Za-z]+$", action))]]))
    error_message = "The boundary must name actions one by one."
  }
  assert {
    condition     = [for statement in jsondecode(data.aws_iam_policy_document.boundary.json).Statement : statement.Sid if contains(flatten([statement.Resource]), "*")] == ["Look"]
    error_message = "The boundary must name resources wherever AWS knows them."
  }
  assert {
    condition     = length(jsonencode(jsondecode(data.aws_iam_policy_document.boundary.json))) <= 6144
    error_message = "A policy holds 6,144 characters."
  }
}

run "lets_the_functions_do_what_their_policies_say" {
  command = plan

  assert {
    condition = length(setsubtract(
      flatten([for source in ["../../modules/function/iam.tf", "../serverless/iam.tf", "../serverless/schedule.tf"] : regexall("\"((?:dynamodb|kms|lambda|logs|s3|sqs|xray):[A-Z][A-Za-z]+)\"", file(source))]),
      concat(flatten([for statement in jsondecode(data.aws_iam_policy_document.boundary.json).Statement : statement.Action if statement.Effect == "Allow"]), ["kms:ViaService"])
    )) == 0
    error_message = "The boundary would take a right from a function."
  }
}

run "keeps_the_role_from_the_states_of_others_and_from_what_guards_them" {
  command = plan

  assert {
    condition = toset(flatten([
      for statement in jsondecode(data.aws_iam_policy_document.terraform["state"].json).Statement : statement.Resource if startswith(statement.Sid, "State")
      ])) == toset([
      "arn:aws:s3:::sentori-terraform-state-123456789012", "arn:aws:s3:::sentori-terraform-state-123456789012/*/*.tfstate", "arn:aws:s3:::sentori-terraform-state-123456789012/*/*.tfstate.tflock"
    ])
    error_message = "The role reads and writes the states of stacks, not this one's."
  }
  assert {
    condition     = contains(one([for statement in jsondecode(data.aws_iam_policy_document.guards.json).Statement : statement.Action if statement.Sid == "NotTheStates"]), "s3:DeleteObjectVersion")
    error_message = "A former state must not be deleted by who wrote it."
  }
  assert {
    condition = alltrue(flatten([
      for document in data.aws_iam_policy_document.terraform : [
        for statement in jsondecode(document.json).Statement : statement.Resource == "arn:aws:route53:::hostedzone/Z0123456789ABC" if statement.Effect == "Allow" && contains(flatten([statement.Action]), "route53:ChangeResourceRecordSets")
      ]
    ]))
    error_message = "Records may be changed in the one zone alone."
  }
}

run "lets_the_gateway_write_logs" {
  command = plan

  assert {
    condition     = aws_iam_role_policy_attachment.gateway.policy_arn == "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
    error_message = "API Gateway refuses a role that may do less."
  }
  assert {
    condition     = jsondecode(data.aws_iam_policy_document.gateway_trust.json).Statement[0].Principal.Service == "apigateway.amazonaws.com"
    error_message = "API Gateway alone may take the role."
  }
}

run "refuses_what_is_no_region" {
  command = plan
  variables {
    region = "Paris"
  }
  expect_failures = [var.region]
}

run "refuses_a_name_with_a_hyphen" {
  command = plan
  variables {
    name = "sentori-studio"
  }
  expect_failures = [var.name]
}

run "refuses_a_zone_with_a_dot_at_its_end" {
  command = plan
  variables {
    zone_name = "sentori-studio.com."
  }
  expect_failures = [var.zone_name]
}

run "refuses_a_role_that_nobody_may_take" {
  command = plan
  variables {
    principals = []
  }
  expect_failures = [var.principals]
}

run "refuses_a_whole_account" {
  command = plan
  variables {
    principals = ["arn:aws:iam::123456789012:root"]
  }
  expect_failures = [var.principals]
}

run "refuses_everybody" {
  command = plan
  variables {
    principals = ["*"]
  }
  expect_failures = [var.principals]
}

run "refuses_to_keep_fewer_images_than_one_rolls_back_to" {
  command = plan
  variables {
    images_kept = 1
  }
  expect_failures = [var.images_kept]
}
