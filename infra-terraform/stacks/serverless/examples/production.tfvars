# Operators rely on it.
environment = "production"

jwt_issuer    = "https://id.example.com/realms/sentori"
jwt_audience  = "sentori"
jwt_jwks_url  = "https://id.example.com/realms/sentori/protocol/openid-connect/certs"
jwt_client_id = "sentori-console"

allowed_origins = ["https://app-iot.sentori-studio.com"]
waf             = { enabled = true }

memory_size          = 1024
reserved_concurrency = 200
max_table_units      = { read = 20000, write = 20000 }
retention_days       = 365
metrics_dimensions   = ["RunId", "Type"]
tracing              = true
alarm_emails         = ["oncall@example.com"]
