# One person tries it out: a few runs a day, no firewall, tables that cannot cost much.
environment = "dev"

jwt_issuer   = "https://id.example.com/realms/sentori"
jwt_audience = "sentori"
jwt_jwks_url = "https://id.example.com/realms/sentori/protocol/openid-connect/certs"

memory_size        = 512
max_table_units    = { read = 1000, write = 1000 }
retention_days     = 30
metrics_dimensions = ["RunId", "Type"]
detailed_metrics   = false
log_retention_days = 30
