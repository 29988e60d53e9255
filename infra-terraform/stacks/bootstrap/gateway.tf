# API Gateway has one role for its logs in an account and region; it is set here, once, because every installation needs it
# and the last one that would be taken down would take it from the others.
data "aws_iam_policy_document" "gateway_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["apigateway.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_iam_role" "gateway" {
  name               = "${var.name}-api-gateway-logs"
  description        = "Lets API Gateway write logs."
  assume_role_policy = data.aws_iam_policy_document.gateway_trust.json
}

# API Gateway refuses a role that may do less.
resource "aws_iam_role_policy_attachment" "gateway" {
  role       = aws_iam_role.gateway.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
}

resource "aws_api_gateway_account" "this" {
  cloudwatch_role_arn = aws_iam_role.gateway.arn

  depends_on = [aws_iam_role_policy_attachment.gateway]
}
