# A team by IAM Identity Center, and CI; both prove themselves before they come here.
principals = [
  "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/eu-west-3/AWSReservedSSO_Platform_0123456789abcdef",
  "arn:aws:iam::123456789012:role/ci-deploy",
]
require_mfa = false
images_kept = 50
