environment   = "dev"
grafana_image = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/grafana@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
allowed_cidrs = ["203.0.113.0/24"]

log_retention_days  = 30
deletion_protection = false
