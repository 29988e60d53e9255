# What the stacks need, by the types of resources that they use: a test compares the types with those in the sources. Reading is
# granted with writing, because a plan reads what it knows.
locals {
  arn = {
    logs = "arn:${local.partition}:logs:${var.region}:${local.account}:log-group"
    regional = {
      for service in [
        "acm", "application-autoscaling", "cloudwatch", "dynamodb", "ec2", "ecr", "ecs", "elasticfilesystem", "elasticloadbalancing", "events", "kms",
        "lambda", "rds", "scheduler", "secretsmanager", "servicediscovery", "sns", "sqs", "ssm", "wafv2"
      ] : service => "arn:${local.partition}:${service}:${var.region}:${local.account}"
    }
  }

  roles = "arn:${local.partition}:iam::${local.account}:role/${var.name}-*"
  # Secrets of the stacks, and those that RDS keeps the passwords of its databases in.
  secrets = ["${local.arn.regional.secretsmanager}:secret:${var.name}-*", "${local.arn.regional.secretsmanager}:secret:rds!db-*"]
  log_groups = concat(
    [for group in ["/%s-*", "/aws/lambda/%s-*", "/aws/apigateway/%s-*", "/aws/rds/instance/%s-*", "/aws/ecs/containerinsights/%s-*", "aws-waf-logs-%s-*"] : format(group, var.name)],
    ["API-Gateway-Execution-Logs_*"]
  )
  key_services = [
    for service in ["dynamodb", "ecr", "elasticfilesystem", "logs", "rds", "s3", "secretsmanager", "sns", "sqs"] : "${service}.${var.region}.amazonaws.com"
  ]
  tagged = [{ test = "StringEquals", variable = "aws:ResourceTag/Project", values = ["sentori"] }]

  rights = {
    States = {
      policy    = "state"
      resources = ["${module.state.arn}/*/*.tfstate"]
      types     = { backend = ["s3:GetObject", "s3:PutObject"] }
    }
    StateLocks = {
      policy    = "state"
      resources = ["${module.state.arn}/*/*.tfstate.tflock"]
      types     = { backend = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"] }
    }
    StateList = {
      policy    = "state"
      resources = [module.state.arn]
      types     = { backend = ["s3:ListBucket"] }
    }

    # AWS knows no resources for these.
    Look = {
      policy    = "state"
      resources = ["*"]
      types = {
        data = ["ec2:DescribeAvailabilityZones", "ec2:DescribePrefixLists", "ec2:DescribeManagedPrefixLists", "route53:ListHostedZones", "route53:ListHostedZonesByName"]
      }
    }

    Network = {
      policy    = "network"
      resources = ["${local.arn.regional.ec2}:*"]
      types = {
        aws_vpc                             = ["ec2:CreateVpc", "ec2:ModifyVpcAttribute"]
        aws_subnet                          = ["ec2:CreateSubnet", "ec2:ModifySubnetAttribute"]
        aws_internet_gateway                = ["ec2:AttachInternetGateway", "ec2:CreateInternetGateway", "ec2:DetachInternetGateway"]
        aws_eip                             = ["ec2:AllocateAddress", "ec2:DisassociateAddress"]
        aws_nat_gateway                     = ["ec2:CreateNatGateway"]
        aws_route_table                     = ["ec2:CreateRouteTable"]
        aws_route                           = ["ec2:CreateRoute", "ec2:DeleteRoute", "ec2:ReplaceRoute"]
        aws_route_table_association         = ["ec2:AssociateRouteTable", "ec2:DisassociateRouteTable", "ec2:ReplaceRouteTableAssociation"]
        aws_vpc_endpoint                    = ["ec2:CreateVpcEndpoint", "ec2:ModifyVpcEndpoint"]
        aws_flow_log                        = ["ec2:CreateFlowLogs"]
        aws_security_group                  = ["ec2:CreateSecurityGroup"]
        aws_default_security_group          = ["ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress"]
        aws_vpc_security_group_egress_rule  = ["ec2:AuthorizeSecurityGroupEgress", "ec2:ModifySecurityGroupRules", "ec2:RevokeSecurityGroupEgress"]
        aws_vpc_security_group_ingress_rule = ["ec2:AuthorizeSecurityGroupIngress", "ec2:ModifySecurityGroupRules", "ec2:RevokeSecurityGroupIngress"]
        tags                                = ["ec2:CreateTags", "ec2:DeleteTags"]
      }
    }
    # Nothing that is not the product's.
    NetworkRemoval = {
      policy     = "network"
      resources  = ["${local.arn.regional.ec2}:*"]
      conditions = local.tagged
      types = {
        removal = [
          "ec2:DeleteFlowLogs", "ec2:DeleteInternetGateway", "ec2:DeleteNatGateway", "ec2:DeleteRouteTable", "ec2:DeleteSecurityGroup",
          "ec2:DeleteSubnet", "ec2:DeleteVpc", "ec2:DeleteVpcEndpoints", "ec2:ReleaseAddress"
        ]
      }
    }
    NetworkLook = {
      policy    = "network"
      resources = ["*"]
      types = {
        reads = [
          "ec2:DescribeAddresses", "ec2:DescribeAddressesAttribute", "ec2:DescribeFlowLogs", "ec2:DescribeInternetGateways", "ec2:DescribeNatGateways",
          "ec2:DescribeNetworkAcls", "ec2:DescribeNetworkInterfaces", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroupRules", "ec2:DescribeSecurityGroups",
          "ec2:DescribeSubnets", "ec2:DescribeTags", "ec2:DescribeVpcAttribute", "ec2:DescribeVpcEndpoints", "ec2:DescribeVpcs"
        ]
      }
    }
    LoadBalancers = {
      policy = "network"
      resources = [
        "${local.arn.regional.elasticloadbalancing}:loadbalancer/app/${var.name}-*", "${local.arn.regional.elasticloadbalancing}:listener/app/${var.name}-*",
        "${local.arn.regional.elasticloadbalancing}:listener-rule/app/${var.name}-*", "${local.arn.regional.elasticloadbalancing}:targetgroup/*"
      ]
      types = {
        aws_lb               = ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:DeleteLoadBalancer", "elasticloadbalancing:ModifyLoadBalancerAttributes", "elasticloadbalancing:SetIpAddressType", "elasticloadbalancing:SetSecurityGroups", "elasticloadbalancing:SetSubnets"]
        aws_lb_listener      = ["elasticloadbalancing:CreateListener", "elasticloadbalancing:DeleteListener", "elasticloadbalancing:ModifyListener", "elasticloadbalancing:ModifyListenerAttributes"]
        aws_lb_listener_rule = ["elasticloadbalancing:CreateRule", "elasticloadbalancing:DeleteRule", "elasticloadbalancing:ModifyRule"]
        aws_lb_target_group  = ["elasticloadbalancing:CreateTargetGroup", "elasticloadbalancing:DeleteTargetGroup", "elasticloadbalancing:ModifyTargetGroup", "elasticloadbalancing:ModifyTargetGroupAttributes"]
        tags                 = ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags", "elasticloadbalancing:SetWebAcl"]
      }
    }
    # AWS knows no resources for these.
    LoadBalancersLook = {
      policy    = "network"
      resources = ["*"]
      types = {
        reads = [
          "elasticloadbalancing:DescribeCapacityReservation", "elasticloadbalancing:DescribeListenerAttributes", "elasticloadbalancing:DescribeListeners", "elasticloadbalancing:DescribeLoadBalancerAttributes",
          "elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeRules", "elasticloadbalancing:DescribeTags", "elasticloadbalancing:DescribeTargetGroupAttributes",
          "elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:SetRulePriorities"
        ]
      }
    }

    Containers = {
      policy    = "containers"
      resources = ["${local.arn.regional.ecs}:cluster/${var.name}-*", "${local.arn.regional.ecs}:service/${var.name}-*", "${local.arn.regional.ecs}:task-definition/${var.name}-*"]
      types = {
        aws_ecs_cluster                    = ["ecs:CreateCluster", "ecs:DeleteCluster", "ecs:DescribeClusters", "ecs:UpdateCluster", "ecs:UpdateClusterSettings"]
        aws_ecs_cluster_capacity_providers = ["ecs:PutClusterCapacityProviders"]
        aws_ecs_service                    = ["ecs:CreateService", "ecs:DeleteService", "ecs:DescribeServices", "ecs:UpdateService"]
        aws_ecs_task_definition            = ["ecs:RegisterTaskDefinition"]
        tags                               = ["ecs:ListTagsForResource", "ecs:TagResource", "ecs:UntagResource"]
      }
    }
    # AWS knows no resources for these.
    ContainersLook = {
      policy    = "containers"
      resources = ["*"]
      types = {
        aws_ecs_task_definition                     = ["ecs:DeregisterTaskDefinition", "ecs:DescribeTaskDefinition"]
        aws_ecs_service                             = ["ecs:DescribeServiceDeployments", "ecs:ListServiceDeployments"]
        aws_service_discovery_private_dns_namespace = ["servicediscovery:CreatePrivateDnsNamespace", "servicediscovery:GetOperation", "servicediscovery:ListNamespaces", "servicediscovery:ListServices", "servicediscovery:ListTagsForResource", "servicediscovery:TagResource", "servicediscovery:UntagResource"]
        aws_appautoscaling_target                   = ["application-autoscaling:DescribeScalableTargets"]
        aws_appautoscaling_policy                   = ["application-autoscaling:DescribeScalingPolicies"]
      }
    }
    Scaling = {
      policy    = "containers"
      resources = ["${local.arn.regional.application-autoscaling}:scalable-target/*"]
      types = {
        aws_appautoscaling_target = ["application-autoscaling:DeregisterScalableTarget", "application-autoscaling:ListTagsForResource", "application-autoscaling:RegisterScalableTarget", "application-autoscaling:TagResource", "application-autoscaling:UntagResource"]
        aws_appautoscaling_policy = ["application-autoscaling:DeleteScalingPolicy", "application-autoscaling:PutScalingPolicy"]
      }
    }
    Discovery = {
      policy    = "containers"
      resources = ["${local.arn.regional.servicediscovery}:namespace/*", "${local.arn.regional.servicediscovery}:service/*"]
      types = {
        aws_service_discovery_private_dns_namespace = ["servicediscovery:DeleteNamespace", "servicediscovery:GetNamespace", "servicediscovery:UpdatePrivateDnsNamespace"]
        aws_service_discovery_service               = ["servicediscovery:CreateService", "servicediscovery:DeleteService", "servicediscovery:GetService", "servicediscovery:UpdateService"]
      }
    }
    # Cloud Map keeps a namespace's names in a private zone.
    DiscoveryZones = {
      policy    = "containers"
      resources = ["arn:${local.partition}:route53:::hostedzone/*"]
      types     = { aws_service_discovery_private_dns_namespace = ["route53:CreateHostedZone", "route53:DeleteHostedZone", "route53:GetHostedZone"] }
    }
    Files = {
      policy    = "containers"
      resources = ["${local.arn.regional.elasticfilesystem}:file-system/*", "${local.arn.regional.elasticfilesystem}:access-point/*"]
      types = {
        aws_efs_file_system        = ["elasticfilesystem:CreateFileSystem", "elasticfilesystem:DeleteFileSystem", "elasticfilesystem:DescribeFileSystems", "elasticfilesystem:DescribeLifecycleConfiguration", "elasticfilesystem:DescribeReplicationConfigurations", "elasticfilesystem:PutLifecycleConfiguration", "elasticfilesystem:UpdateFileSystem", "elasticfilesystem:UpdateFileSystemProtection"]
        aws_efs_file_system_policy = ["elasticfilesystem:DeleteFileSystemPolicy", "elasticfilesystem:DescribeFileSystemPolicy", "elasticfilesystem:PutFileSystemPolicy"]
        aws_efs_backup_policy      = ["elasticfilesystem:DescribeBackupPolicy", "elasticfilesystem:PutBackupPolicy"]
        aws_efs_access_point       = ["elasticfilesystem:CreateAccessPoint", "elasticfilesystem:DeleteAccessPoint", "elasticfilesystem:DescribeAccessPoints"]
        aws_efs_mount_target       = ["elasticfilesystem:CreateMountTarget", "elasticfilesystem:DeleteMountTarget", "elasticfilesystem:DescribeMountTargetSecurityGroups", "elasticfilesystem:DescribeMountTargets", "elasticfilesystem:ModifyMountTargetSecurityGroups"]
        tags                       = ["elasticfilesystem:ListTagsForResource", "elasticfilesystem:TagResource", "elasticfilesystem:UntagResource"]
      }
    }
    # EFS puts its doors into the network for who asks it to.
    FilesNetwork = {
      policy    = "containers"
      resources = ["${local.arn.regional.ec2}:network-interface/*", "${local.arn.regional.ec2}:security-group/*", "${local.arn.regional.ec2}:subnet/*"]
      types     = { aws_efs_mount_target = ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:ModifyNetworkInterfaceAttribute"] }
    }

    Databases = {
      policy = "data"
      resources = [
        for kind in ["db", "pg", "snapshot", "subgrp"] : "${local.arn.regional.rds}:${kind}:${var.name}-*"
      ]
      types = {
        aws_db_instance        = ["rds:CreateDBInstance", "rds:CreateDBSnapshot", "rds:DeleteDBInstance", "rds:ModifyDBInstance", "rds:RebootDBInstance"]
        aws_db_parameter_group = ["rds:CreateDBParameterGroup", "rds:DeleteDBParameterGroup", "rds:DescribeDBParameters", "rds:ModifyDBParameterGroup", "rds:ResetDBParameterGroup"]
        aws_db_subnet_group    = ["rds:CreateDBSubnetGroup", "rds:DeleteDBSubnetGroup", "rds:ModifyDBSubnetGroup"]
        aws_rds_instance_state = ["rds:StartDBInstance", "rds:StopDBInstance"]
        tags                   = ["rds:AddTagsToResource", "rds:ListTagsForResource", "rds:RemoveTagsFromResource"]
      }
    }
    # By all of them: the provider asks for lists.
    DatabasesLook = {
      policy    = "data"
      resources = ["${local.arn.regional.rds}:*"]
      types     = { aws_db_instance = ["rds:DescribeDBInstances", "rds:DescribeDBParameterGroups", "rds:DescribeDBSnapshots", "rds:DescribeDBSubnetGroups"] }
    }
    Secrets = {
      policy    = "data"
      resources = local.secrets
      types = {
        aws_secretsmanager_secret         = ["secretsmanager:CreateSecret", "secretsmanager:DeleteSecret", "secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy", "secretsmanager:RotateSecret", "secretsmanager:TagResource", "secretsmanager:UntagResource", "secretsmanager:UpdateSecret"]
        aws_secretsmanager_secret_version = ["secretsmanager:GetSecretValue", "secretsmanager:ListSecretVersionIds", "secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage"]
      }
    }
    Tables = {
      policy    = "data"
      resources = ["${local.arn.regional.dynamodb}:table/${var.name}-*"]
      types = {
        aws_dynamodb_table = [
          "dynamodb:CreateTable", "dynamodb:DeleteTable", "dynamodb:DescribeContinuousBackups", "dynamodb:DescribeTable", "dynamodb:DescribeTimeToLive", "dynamodb:ListTagsOfResource",
          "dynamodb:TagResource", "dynamodb:UntagResource", "dynamodb:UpdateContinuousBackups", "dynamodb:UpdateTable", "dynamodb:UpdateTimeToLive"
        ]
      }
    }
    Buckets = {
      policy    = "data"
      resources = ["arn:${local.partition}:s3:::${var.name}-*"]
      types = {
        aws_s3_bucket = [
          "s3:CreateBucket", "s3:DeleteBucket", "s3:GetAccelerateConfiguration", "s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketLogging", "s3:GetBucketObjectLockConfiguration",
          "s3:GetBucketRequestPayment", "s3:GetBucketTagging", "s3:GetBucketWebsite", "s3:GetReplicationConfiguration", "s3:ListBucket", "s3:ListBucketVersions", "s3:PutBucketTagging", "s3:ListTagsForResource", "s3:TagResource", "s3:UntagResource"
        ]
        aws_s3_bucket_cors_configuration                   = ["s3:GetBucketCORS", "s3:PutBucketCORS"]
        aws_s3_bucket_lifecycle_configuration              = ["s3:GetLifecycleConfiguration", "s3:PutLifecycleConfiguration"]
        aws_s3_bucket_ownership_controls                   = ["s3:GetBucketOwnershipControls", "s3:PutBucketOwnershipControls"]
        aws_s3_bucket_policy                               = ["s3:DeleteBucketPolicy", "s3:GetBucketPolicy", "s3:PutBucketPolicy"]
        aws_s3_bucket_public_access_block                  = ["s3:GetBucketPublicAccessBlock", "s3:PutBucketPublicAccessBlock"]
        aws_s3_bucket_server_side_encryption_configuration = ["s3:GetEncryptionConfiguration", "s3:PutEncryptionConfiguration"]
        aws_s3_bucket_versioning                           = ["s3:GetBucketVersioning", "s3:PutBucketVersioning"]
      }
    }
    # A bucket that goes takes with it what can be built again: reports and access logs.
    BucketsEmptied = {
      policy    = "data"
      resources = ["arn:${local.partition}:s3:::${var.name}-*-reports-*/*", "arn:${local.partition}:s3:::${var.name}-*-alb-*/*"]
      types     = { aws_s3_bucket = ["s3:DeleteObject", "s3:DeleteObjectVersion"] }
    }

    Functions = {
      policy    = "functions"
      resources = ["${local.arn.regional.lambda}:function:${var.name}-*"]
      types = {
        aws_lambda_function = [
          "lambda:CreateFunction", "lambda:DeleteFunction", "lambda:DeleteFunctionConcurrency", "lambda:GetFunction", "lambda:GetFunctionCodeSigningConfig", "lambda:GetFunctionConcurrency",
          "lambda:GetFunctionConfiguration", "lambda:ListTags", "lambda:ListVersionsByFunction", "lambda:PublishVersion", "lambda:PutFunctionConcurrency", "lambda:TagResource", "lambda:UntagResource",
          "lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration"
        ]
        aws_lambda_alias                        = ["lambda:CreateAlias", "lambda:DeleteAlias", "lambda:GetAlias", "lambda:UpdateAlias"]
        aws_lambda_function_event_invoke_config = ["lambda:DeleteFunctionEventInvokeConfig", "lambda:GetFunctionEventInvokeConfig", "lambda:PutFunctionEventInvokeConfig"]
        aws_lambda_permission                   = ["lambda:AddPermission", "lambda:GetPolicy", "lambda:RemovePermission"]
      }
    }
    Gateways = {
      policy = "functions"
      resources = [
        for path in ["/domainnames", "/domainnames/*", "/restapis", "/restapis/*", "/tags/*"] : "arn:${local.partition}:apigateway:${var.region}::${path}"
      ]
      types = {
        aws_api_gateway_rest_api          = ["apigateway:DELETE", "apigateway:GET", "apigateway:PATCH", "apigateway:POST", "apigateway:PUT", "apigateway:UpdateRestApiPolicy"]
        aws_api_gateway_deployment        = ["apigateway:DELETE", "apigateway:GET", "apigateway:POST"]
        aws_api_gateway_stage             = ["apigateway:DELETE", "apigateway:GET", "apigateway:PATCH", "apigateway:POST", "apigateway:SetWebACL"]
        aws_api_gateway_method_settings   = ["apigateway:GET", "apigateway:PATCH"]
        aws_api_gateway_domain_name       = ["apigateway:AddCertificateToDomain", "apigateway:DELETE", "apigateway:GET", "apigateway:PATCH", "apigateway:POST", "apigateway:RemoveCertificateFromDomain"]
        aws_api_gateway_base_path_mapping = ["apigateway:DELETE", "apigateway:GET", "apigateway:PATCH", "apigateway:POST"]
      }
    }
    Schedules = {
      policy    = "functions"
      resources = ["${local.arn.regional.scheduler}:schedule-group/${var.name}-*", "${local.arn.regional.scheduler}:schedule/${var.name}-*"]
      types = {
        aws_scheduler_schedule       = ["scheduler:CreateSchedule", "scheduler:DeleteSchedule", "scheduler:GetSchedule", "scheduler:UpdateSchedule"]
        aws_scheduler_schedule_group = ["scheduler:CreateScheduleGroup", "scheduler:DeleteScheduleGroup", "scheduler:GetScheduleGroup", "scheduler:ListTagsForResource", "scheduler:TagResource", "scheduler:UntagResource"]
      }
    }
    Queues = {
      policy    = "functions"
      resources = ["${local.arn.regional.sqs}:${var.name}-*"]
      types = {
        aws_sqs_queue        = ["sqs:CreateQueue", "sqs:DeleteQueue", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ListQueueTags", "sqs:SetQueueAttributes", "sqs:TagQueue", "sqs:UntagQueue"]
        aws_sqs_queue_policy = ["sqs:GetQueueAttributes", "sqs:SetQueueAttributes"]
      }
    }
    Firewalls = {
      policy = "functions"
      resources = [
        "${local.arn.regional.wafv2}:regional/webacl/${var.name}-*", "${local.arn.regional.wafv2}:regional/managedruleset/*",
        "${local.arn.regional.elasticloadbalancing}:loadbalancer/app/${var.name}-*", "arn:${local.partition}:apigateway:${var.region}::/restapis/*"
      ]
      types = {
        aws_wafv2_web_acl                       = ["wafv2:CreateWebACL", "wafv2:DeleteWebACL", "wafv2:GetWebACL", "wafv2:ListTagsForResource", "wafv2:TagResource", "wafv2:UntagResource", "wafv2:UpdateWebACL"]
        aws_wafv2_web_acl_association           = ["wafv2:AssociateWebACL", "wafv2:DisassociateWebACL", "wafv2:GetWebACLForResource"]
        aws_wafv2_web_acl_logging_configuration = ["wafv2:DeleteLoggingConfiguration", "wafv2:GetLoggingConfiguration", "wafv2:PutLoggingConfiguration"]
      }
    }
    Certificates = {
      policy    = "functions"
      resources = ["${local.arn.regional.acm}:certificate/*"]
      types = {
        aws_acm_certificate            = ["acm:AddTagsToCertificate", "acm:DeleteCertificate", "acm:DescribeCertificate", "acm:ListTagsForCertificate", "acm:RemoveTagsFromCertificate", "acm:RequestCertificate", "acm:UpdateCertificateOptions"]
        aws_acm_certificate_validation = ["acm:DescribeCertificate"]
      }
    }
    Names = {
      policy    = "functions"
      resources = ["arn:${local.partition}:route53:::hostedzone/${data.aws_route53_zone.this.zone_id}"]
      types     = { aws_route53_record = ["route53:ChangeResourceRecordSets", "route53:GetHostedZone", "route53:ListResourceRecordSets", "route53:ListTagsForResource"] }
    }
    NamesSpread = {
      policy    = "functions"
      resources = ["arn:${local.partition}:route53:::change/*"]
      types     = { aws_route53_record = ["route53:GetChange"] }
    }

    Logs = {
      policy    = "watching"
      resources = flatten([for group in local.log_groups : ["${local.arn.logs}:${group}", "${local.arn.logs}:${group}:*"]])
      types = {
        aws_cloudwatch_log_group         = ["logs:AssociateKmsKey", "logs:CreateLogGroup", "logs:DeleteLogGroup", "logs:DeleteRetentionPolicy", "logs:DisassociateKmsKey", "logs:ListTagsForResource", "logs:PutRetentionPolicy", "logs:TagResource", "logs:UntagResource"]
        aws_cloudwatch_log_metric_filter = ["logs:DeleteMetricFilter", "logs:DescribeMetricFilters", "logs:PutMetricFilter"]
      }
    }
    # AWS knows no resources for these.
    LogsDelivered = {
      policy    = "watching"
      resources = ["*"]
      types = {
        aws_cloudwatch_log_group                = ["logs:DescribeLogGroups"]
        aws_flow_log                            = ["logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:UpdateLogDelivery"]
        aws_wafv2_web_acl_logging_configuration = ["logs:DescribeResourcePolicies", "logs:PutResourcePolicy"]
        aws_kms_key                             = ["kms:CreateKey", "kms:ListAliases"]
      }
    }
    Alarms = {
      policy    = "watching"
      resources = ["${local.arn.regional.cloudwatch}:alarm:${var.name}-*"]
      types     = { aws_cloudwatch_metric_alarm = ["cloudwatch:DeleteAlarms", "cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource", "cloudwatch:PutMetricAlarm", "cloudwatch:TagResource", "cloudwatch:UntagResource"] }
    }
    Topics = {
      policy    = "watching"
      resources = ["${local.arn.regional.sns}:${var.name}-*"]
      types = {
        aws_sns_topic              = ["sns:CreateTopic", "sns:DeleteTopic", "sns:GetTopicAttributes", "sns:ListTagsForResource", "sns:SetTopicAttributes", "sns:TagResource", "sns:UntagResource"]
        aws_sns_topic_policy       = ["sns:SetTopicAttributes"]
        aws_sns_topic_subscription = ["sns:GetSubscriptionAttributes", "sns:ListSubscriptionsByTopic", "sns:SetSubscriptionAttributes", "sns:Subscribe", "sns:Unsubscribe"]
      }
    }
    Rules = {
      policy    = "watching"
      resources = ["${local.arn.regional.events}:rule/${var.name}-*"]
      types = {
        aws_cloudwatch_event_rule   = ["events:DeleteRule", "events:DescribeRule", "events:DisableRule", "events:EnableRule", "events:ListTagsForResource", "events:PutRule", "events:TagResource", "events:UntagResource"]
        aws_cloudwatch_event_target = ["events:ListTargetsByRule", "events:PutTargets", "events:RemoveTargets"]
      }
    }
    Automations = {
      policy    = "watching"
      resources = ["${local.arn.regional.ssm}:document/${var.name}-*"]
      types = {
        aws_ssm_document = ["ssm:AddTagsToResource", "ssm:CreateDocument", "ssm:DeleteDocument", "ssm:DescribeDocument", "ssm:DescribeDocumentPermission", "ssm:GetDocument", "ssm:ListTagsForResource", "ssm:RemoveTagsFromResource", "ssm:UpdateDocument", "ssm:UpdateDocumentDefaultVersion"]
      }
    }
    Keys = {
      policy    = "watching"
      resources = ["${local.arn.regional.kms}:key/*"]
      types = {
        aws_kms_key   = ["kms:DescribeKey", "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"]
        aws_kms_alias = ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"]
      }
    }
    KeysTagged = {
      policy     = "watching"
      resources  = ["${local.arn.regional.kms}:key/*"]
      conditions = [{ test = "StringEquals", variable = "aws:RequestTag/Project", values = ["sentori"] }]
      types      = { aws_kms_key = ["kms:TagResource"] }
    }
    # KMS takes some minutes to see the tag of a new key, so nothing is among these that a first apply does.
    KeysChanged = {
      policy     = "watching"
      resources  = ["${local.arn.regional.kms}:key/*"]
      conditions = local.tagged
      types      = { aws_kms_key = ["kms:DisableKeyRotation", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:UntagResource", "kms:UpdateKeyDescription"] }
    }
    # What services do with a key for who asks them: states, secrets, tables, disks.
    KeysUsed = {
      policy     = "watching"
      resources  = ["${local.arn.regional.kms}:key/*"]
      conditions = [{ test = "StringEquals", variable = "kms:ViaService", values = local.key_services }]
      types      = { aws_kms_key = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"] }
    }
    KeyNames = {
      policy    = "watching"
      resources = ["${local.arn.regional.kms}:alias/${var.name}-*"]
      types     = { aws_kms_alias = ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"] }
    }
    # To services that encrypt with a key, and to nobody else.
    KeyGrants = {
      policy     = "watching"
      resources  = ["${local.arn.regional.kms}:key/*"]
      conditions = [{ test = "Bool", variable = "kms:GrantIsForAWSResource", values = ["true"] }]
      types      = { aws_kms_key = ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"] }
    }

    Roles = {
      policy    = "roles"
      resources = [local.roles]
      types = {
        aws_iam_role        = ["iam:DeleteRole", "iam:GetRole", "iam:ListAttachedRolePolicies", "iam:ListInstanceProfilesForRole", "iam:ListRolePolicies", "iam:TagRole", "iam:UntagRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole"]
        aws_iam_role_policy = ["iam:DeleteRolePolicy", "iam:GetRolePolicy", "iam:PutRolePolicy"]
      }
    }
    RolesWithinTheBoundary = {
      policy     = "roles"
      resources  = [local.roles]
      conditions = [{ test = "StringEquals", variable = "iam:PermissionsBoundary", values = [local.boundary_arn] }]
      types      = { aws_iam_role = ["iam:CreateRole", "iam:PutRolePermissionsBoundary"] }
    }
    RolesOfAwsPolicies = {
      policy     = "roles"
      resources  = [local.roles]
      conditions = [{ test = "ArnEquals", variable = "iam:PolicyARN", values = ["arn:${local.partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"] }]
      types      = { aws_iam_role_policy_attachment = ["iam:AttachRolePolicy", "iam:DetachRolePolicy"] }
    }
    RolesHandedOn = {
      policy    = "roles"
      resources = [local.roles]
      conditions = [{
        test   = "StringEquals", variable = "iam:PassedToService"
        values = ["ecs-tasks.amazonaws.com", "events.amazonaws.com", "lambda.amazonaws.com", "monitoring.rds.amazonaws.com", "scheduler.amazonaws.com", "ssm.amazonaws.com", "vpc-flow-logs.amazonaws.com"]
      }]
      types = { aws_iam_role = ["iam:PassRole"] }
    }
    RolesOfServices = {
      policy    = "roles"
      resources = ["arn:${local.partition}:iam::${local.account}:role/aws-service-role/*"]
      conditions = [{
        test = "StringEquals", variable = "iam:AWSServiceName"
        values = [
          "backup.amazonaws.com", "ecs.amazonaws.com", "ecs.application-autoscaling.amazonaws.com", "elasticfilesystem.amazonaws.com", "elasticloadbalancing.amazonaws.com", "ops.apigateway.amazonaws.com",
          "rds.amazonaws.com", "wafv2.amazonaws.com"
        ]
      }]
      types = { aws_iam_role = ["iam:CreateServiceLinkedRole"] }
    }
    PoliciesRead = {
      policy    = "roles"
      resources = [local.boundary_arn, "arn:${local.partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"]
      types     = { aws_iam_role = ["iam:GetPolicy", "iam:GetPolicyVersion"] }
    }
  }
}
