locals {
  key_services = [for service in ["dynamodb", "s3"] : "${service}.${var.region}.amazonaws.com"]
}

# What both functions do with the tables; a transaction needs the rights of what is in it.
data "aws_iam_policy_document" "tables" {
  statement {
    sid       = "ReadAndWriteItems"
    actions   = ["dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"]
    resources = [for table in values(module.tables.arns) : table]
  }

  statement {
    sid       = "ByTheStacksKey"
    actions   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"]
    resources = [module.key.arn]

    condition {
      test     = "StringEquals"
      variable = "kms:ViaService"
      values   = local.key_services
    }
  }
}

data "aws_iam_policy_document" "reports" {
  statement {
    sid       = "BuildReportsAndSignTheirAddresses"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${module.reports.arn}/reports/*", "${module.reports.arn}/progress/*"]
  }

  statement {
    sid       = "ForgetHowFarAReportWas"
    actions   = ["s3:DeleteObject"]
    resources = ["${module.reports.arn}/progress/*"]
  }

  # Otherwise S3 answers 403 instead of 404 to what is not there.
  statement {
    sid       = "SeeWhatIsMissing"
    actions   = ["s3:ListBucket"]
    resources = [module.reports.arn]
  }
}
