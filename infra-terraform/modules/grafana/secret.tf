resource "aws_secretsmanager_secret" "admin" {
  #checkov:skip=CKV2_AWS_57:It is changed by password_version, which makes new tasks too; changed behind their back it would lock everyone out
  name                    = "${var.name}-grafana-admin"
  description             = "Grafana of ${var.name}: password of admin, and the key that it encrypts with"
  kms_key_id              = var.kms_key_arn
  recovery_window_in_days = 7
  tags                    = var.tags
}

# Write-only: each value goes to Secrets Manager and into neither plan nor state, so that it may differ at each evaluation. It is
# written when the version changes. A uuid is 128 bits from the system's source of random numbers.
resource "aws_secretsmanager_secret_version" "admin" {
  secret_id                = aws_secretsmanager_secret.admin.id
  secret_string_wo         = jsonencode({ username = "admin", password = uuid(), secret_key = uuid() })
  secret_string_wo_version = var.password_version
}
