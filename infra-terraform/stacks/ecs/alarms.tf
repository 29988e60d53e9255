locals {
  balancer_metric = { namespace = "AWS/ApplicationELB", dimensions = { LoadBalancer = module.alb.arn_suffix } }
  targets_metric  = { namespace = "AWS/ApplicationELB", dimensions = { LoadBalancer = module.alb.arn_suffix, TargetGroup = module.app.target_group_arn_suffix } }
  database_metric = { namespace = "AWS/RDS", dimensions = { DBInstanceIdentifier = module.database.identifier } }

  least_tasks = { app = var.app.min, prometheus = 1, grafana = 1 }

  alarms = merge(
    {
      faults = merge(local.targets_metric, {
        description = "The server answered 5xx more than ten times in five minutes: look at its log, and at the database."
        metric      = "HTTPCode_Target_5XX_Count"
        statistic   = "Sum"
        above       = 10
        period      = 300
        periods     = 1
      })
      refusals = merge(local.balancer_metric, {
        description = "The load balancer itself answered 5xx more than ten times in five minutes: no task answers it."
        metric      = "HTTPCode_ELB_5XX_Count"
        statistic   = "Sum"
        above       = 10
        period      = 300
        periods     = 1
      })
      latency = merge(local.targets_metric, {
        description = "One request of a hundred has taken longer than a second for five minutes."
        metric      = "TargetResponseTime"
        statistic   = "p99"
        above       = 1
      })
      unhealthy = merge(local.targets_metric, {
        description = "A task has not been well for five minutes."
        metric      = "UnHealthyHostCount"
        statistic   = "Maximum"
        above       = 0
      })
      database-cpu = merge(local.database_metric, {
        description = "The database has computed at more than 80 percent for a quarter of an hour."
        metric      = "CPUUtilization"
        statistic   = "Average"
        above       = 80
        period      = 300
        periods     = 3
      })
      database-disk = merge(local.database_metric, {
        description = "Less than 8 percent of the database's first disk is left: it did not grow by itself."
        metric      = "FreeStorageSpace"
        statistic   = "Minimum"
        below       = floor(module.database.first_storage * 1073741824 * 0.08)
        period      = 300
        periods     = 1
      })
      database-connections = merge(local.database_metric, {
        description = "More than 80 percent of the connections that the database bears are open."
        metric      = "DatabaseConnections"
        statistic   = "Maximum"
        above       = floor(module.database.max_connections * 0.8)
      })
      database-transactions = merge(local.database_metric, {
        description = "A thousand million transactions since the last freeze: vacuum does not keep up, and PostgreSQL stops at two."
        metric      = "MaximumUsedTransactionIDs"
        statistic   = "Maximum"
        above       = 1000000000
        period      = 300
        periods     = 1
      })
      password-roll = {
        description = "The database's password was changed, and new tasks could not be asked for: aws ecs update-service --force-new-deployment."
        namespace   = "AWS/Events"
        metric      = "FailedInvocations"
        dimensions  = { RuleName = aws_cloudwatch_event_rule.password.name }
        statistic   = "Sum"
        above       = 0
        period      = 300
        periods     = 1
      }
    },
    {
      for service, least in local.least_tasks : "tasks-${service}" => {
        description = "Fewer than ${least} tasks of ${service} have been running for ten minutes."
        namespace   = "ECS/ContainerInsights"
        metric      = "RunningTaskCount"
        dimensions  = { ClusterName = module.cluster.name, ServiceName = service }
        statistic   = "Minimum"
        below       = least
        periods     = 10
        missing     = "breaching"
      }
    }
  )
}

module "alarms" {
  source = "../../modules/alarms"

  name        = local.name
  emails      = var.alarm_emails
  alarms      = local.alarms
  enabled     = !var.parked
  kms_key_arn = module.key.arn
}
