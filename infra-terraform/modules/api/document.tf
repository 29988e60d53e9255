locals {
  stage_name = "live"

  # A folder in which something lies is a resource of its own, which would answer by itself; so the function of what has no path answers.
  folders = setsubtract(flatten([
    for path in keys(var.routes) : [
      for depth in range(2, length(split("/", path))) : join("/", slice(split("/", path), 0, depth))
    ]
  ]), keys(var.routes))

  routes = merge(var.routes, { for folder in local.folders : folder => var.routes["/{proxy+}"] })

  integrations = {
    for name, function in var.functions : name => {
      type                = "aws_proxy"
      httpMethod          = "POST" # how the gateway calls Lambda, whatever it was asked
      uri                 = function.invoke_arn
      passthroughBehavior = "when_no_match"
      timeoutInMillis     = 29000
    }
  }

  variables = {
    for path in keys(local.routes) : path => [
      for variable in regexall("{([A-Za-z]+)\\+?}", path) : { name = variable[0], in = "path", required = true, schema = { type = "string" } }
    ]
  }

  authorized = {
    for path in keys(local.routes) : path => length(var.cognito_user_pool_arns) > 0 && contains(var.authorized_paths, path)
  }

  document = merge(
    {
      openapi = "3.0.1"
      info    = { title = var.name, version = "1" }

      paths = {
        for path, function in local.routes : path => merge(
          {
            x-amazon-apigateway-any-method = merge(
              {
                parameters                      = local.variables[path]
                responses                       = {}
                x-amazon-apigateway-integration = local.integrations[function]
              },
              local.authorized[path] ? { security = [{ tokens = [] }] } : null
            )
          },
          # Browsers ask without a token whether they may call.
          local.authorized[path] ? {
            options = {
              parameters                      = local.variables[path]
              responses                       = {}
              x-amazon-apigateway-integration = local.integrations[function]
            }
          } : null
        )
      }

      # All of them: the gateway sees what the caller accepts, not what the answer is, and an archive must reach anyone.
      x-amazon-apigateway-binary-media-types = ["*/*"]
      x-amazon-apigateway-gateway-responses  = local.gateway_responses
    },
    length(var.cognito_user_pool_arns) > 0 ? {
      components = {
        securitySchemes = {
          tokens = {
            type                           = "apiKey"
            name                           = "Authorization"
            in                             = "header"
            x-amazon-apigateway-authtype   = "cognito_user_pools"
            x-amazon-apigateway-authorizer = { type = "cognito_user_pools", providerARNs = var.cognito_user_pool_arns }
          }
        }
      }
    } : null,
    length(var.allowed_cidrs) > 0 ? {
      x-amazon-apigateway-policy = {
        Version = "2012-10-17"
        Statement = [{
          Sid       = "CallersFromTheseNetworks"
          Effect    = "Allow"
          Principal = "*"
          Action    = "execute-api:Invoke"
          Resource  = ["execute-api:/*"]
          Condition = { IpAddress = { "aws:SourceIp" = var.allowed_cidrs } }
        }]
      }
    } : null
  )
}
