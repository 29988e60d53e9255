environment   = "production"
grafana_image = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/grafana@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
grafana       = { cpu = 512, memory = 1024 }

# Those that the stack serverless tells as log_groups.
log_group_names = ["/aws/lambda/sentori-production-serverless-lambda_run_api", "/aws/lambda/sentori-production-serverless-lambda_sensor_api"]

alarm_emails = ["oncall@example.com"]
