# The least that works: one or two tasks, one zone for data and one way out.
environment = "dev"

app_image        = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
prometheus_image = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/prometheus@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
grafana_image    = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/grafana@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

# Nobody signs in, so only the office may call.
auth_mode     = "open"
allowed_cidrs = ["203.0.113.0/24"]

app        = { cpu = 512, memory = 1024, min = 1, max = 2 }
prometheus = { cpu = 256, memory = 512 }
grafana    = { cpu = 256, memory = 512 }
database   = { instance_class = "db.t4g.small", storage = { first = 20, most = 100 }, multi_az = false }
nat        = "one"

log_retention_days  = 30
run_retention_days  = 30
deletion_protection = false
