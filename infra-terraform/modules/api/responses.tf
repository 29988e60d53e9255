# What the gateway answers by itself, in the contract's form.
locals {
  problems = {
    BAD_REQUEST_BODY             = local.problem.invalid
    BAD_REQUEST_PARAMETERS       = local.problem.invalid
    DEFAULT_4XX                  = local.problem.invalid
    UNAUTHORIZED                 = local.problem.unauthenticated
    EXPIRED_TOKEN                = local.problem.unauthenticated
    INVALID_SIGNATURE            = local.problem.unauthenticated
    ACCESS_DENIED                = local.problem.forbidden
    WAF_FILTERED                 = local.problem.forbidden
    INVALID_API_KEY              = local.problem.forbidden
    MISSING_AUTHENTICATION_TOKEN = local.problem.missing # so the gateway calls a path that it does not know
    RESOURCE_NOT_FOUND           = local.problem.missing
    REQUEST_TOO_LARGE            = local.problem.too_large
    UNSUPPORTED_MEDIA_TYPE       = local.problem.no_json
    THROTTLED                    = local.problem.too_often
    QUOTA_EXCEEDED               = local.problem.too_often
    # The contract knows no 500, 502 and 504: whatever fails behind the gateway is answered as "try again".
    API_CONFIGURATION_ERROR        = local.problem.overloaded
    AUTHORIZER_CONFIGURATION_ERROR = local.problem.overloaded
    AUTHORIZER_FAILURE             = local.problem.overloaded
    DEFAULT_5XX                    = local.problem.overloaded
    INTEGRATION_FAILURE            = local.problem.overloaded
    INTEGRATION_TIMEOUT            = local.problem.overloaded
  }

  problem = {
    invalid         = { status = 400, title = "Invalid request", code = "VALIDATION_FAILED", detail = "The gateway cannot read this request.", headers = {} }
    unauthenticated = { status = 401, title = "Not authenticated", code = "UNAUTHENTICATED", detail = "This call needs a valid token.", headers = { WWW-Authenticate = "Bearer" } }
    forbidden       = { status = 403, title = "Forbidden", code = "FORBIDDEN", detail = "Calls from this address, or of this form, are not let through.", headers = {} }
    missing         = { status = 404, title = "Not found", code = "NOT_FOUND", detail = "There is nothing at this path.", headers = {} }
    too_large       = { status = 413, title = "Payload too large", code = "PAYLOAD_TOO_LARGE", detail = "The body is larger than the gateway takes: send it in parts.", headers = {} }
    no_json         = { status = 415, title = "Unsupported media type", code = "UNSUPPORTED_MEDIA_TYPE", detail = "The body must be JSON: send Content-Type: application/json.", headers = {} }
    too_often       = { status = 429, title = "Too many calls", code = "RATE_LIMITED", detail = "All callers together call more often than the gateway lets through: try again.", headers = { Retry-After = "1" } }
    overloaded      = { status = 503, title = "Overloaded", code = "OVERLOADED", detail = "The server did not answer in time: try again.", headers = { Retry-After = "1" } }
  }

  # The gateway cannot look a caller's origin up in a list: where there are several, it names whichever asks. No cookie goes with
  # these calls, and nothing stands in these answers that anybody may not read.
  allow_origin = length(var.allowed_origins) == 1 ? "'${one(var.allowed_origins)}'" : "method.request.header.Origin"

  gateway_responses = {
    for type, problem in local.problems : type => {
      statusCode = problem.status
      responseParameters = merge(
        {
          "gatewayresponse.header.Content-Type"                  = "'application/problem+json'"
          "gatewayresponse.header.Cache-Control"                 = "'no-store'"
          "gatewayresponse.header.X-Content-Type-Options"        = "'nosniff'"
          "gatewayresponse.header.Vary"                          = "'Origin'"
          "gatewayresponse.header.Access-Control-Allow-Origin"   = local.allow_origin
          "gatewayresponse.header.Access-Control-Expose-Headers" = "'Content-Disposition, X-Truncated, Retry-After, Location'"
        },
        { for name, value in problem.headers : "gatewayresponse.header.${name}" => "'${value}'" }
      )
      responseTemplates = {
        "application/json" = jsonencode(merge(
          {
            type    = "about:blank"
            title   = problem.title
            status  = problem.status
            detail  = problem.detail
            code    = problem.code
            error   = problem.code
            message = problem.detail
          },
          problem.status == 429 ? { retryAfter = 1 } : null
        ))
      }
    }
  }
}
