# Outlives a zone, scales under load, and knows who calls.
environment = "production"

app_image        = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
prometheus_image = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/prometheus@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
grafana_image    = "123456789012.dkr.ecr.eu-west-3.amazonaws.com/sentori/grafana@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

jwt_issuer    = "https://login.example.com/realms/sentori"
jwt_audience  = "sentori"
jwt_jwks_url  = "https://login.example.com/realms/sentori/protocol/openid-connect/certs"
jwt_client_id = "sentori-console"

app        = { cpu = 1024, memory = 2048, min = 2, max = 6 }
prometheus = { cpu = 512, memory = 1024, retention = { time = "30d", size = "50GB" } }
grafana    = { cpu = 512, memory = 1024 }
database   = { instance_class = "db.m7g.large", storage = { first = 100, most = 1000 }, backup_days = 14 }
nat        = "per_zone"

alarm_emails = ["oncall@example.com"]
