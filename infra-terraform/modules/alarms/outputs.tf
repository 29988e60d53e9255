output "topic_arn" {
  description = "Topic that tells of alarms, for other subscribers than mail."
  value       = aws_sns_topic.this.arn
}

output "names" {
  description = "Names of the alarms."
  value       = [for alarm in aws_cloudwatch_metric_alarm.this : alarm.alarm_name]
}
