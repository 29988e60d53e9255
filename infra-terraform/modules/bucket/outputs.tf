output "name" {
  description = "Name of the bucket."
  value       = aws_s3_bucket.this.bucket
}

output "arn" {
  description = "ARN of the bucket."
  value       = aws_s3_bucket.this.arn
}

output "versioned" {
  description = "Whether former versions stay."
  value       = aws_s3_bucket_versioning.this.versioning_configuration[0].status == "Enabled"
}

output "encrypted_by_kms" {
  description = "Whether KMS encrypts what is kept."
  value       = one(aws_s3_bucket_server_side_encryption_configuration.this.rule).apply_server_side_encryption_by_default[0].sse_algorithm == "aws:kms"
}
