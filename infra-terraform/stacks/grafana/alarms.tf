module "alarms" {
  source = "../../modules/alarms"

  name        = local.name
  emails      = var.alarm_emails
  enabled     = !var.parked
  kms_key_arn = module.key.arn

  alarms = {
    tasks-grafana = {
      description = "No task of Grafana has been running for ten minutes."
      namespace   = "ECS/ContainerInsights"
      metric      = "RunningTaskCount"
      dimensions  = { ClusterName = module.cluster.name, ServiceName = "grafana" }
      statistic   = "Minimum"
      below       = 1
      periods     = 10
      missing     = "breaching"
    }
    faults = {
      description = "Grafana answered 5xx more than ten times in five minutes."
      namespace   = "AWS/ApplicationELB"
      metric      = "HTTPCode_Target_5XX_Count"
      dimensions  = { LoadBalancer = module.alb.arn_suffix, TargetGroup = module.grafana.target_group_arn_suffix }
      statistic   = "Sum"
      above       = 10
      period      = 300
      periods     = 1
    }
    unhealthy = {
      description = "Grafana's task has not been well for five minutes."
      namespace   = "AWS/ApplicationELB"
      metric      = "UnHealthyHostCount"
      dimensions  = { LoadBalancer = module.alb.arn_suffix, TargetGroup = module.grafana.target_group_arn_suffix }
      statistic   = "Maximum"
      above       = 0
    }
  }
}
