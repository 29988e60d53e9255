package com.sentori.sandbox.gateway;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;

/**
 * A function behind the gateway.
 *
 * @param name as in AWS
 * @param handler the real one; called by many threads at once
 */
public record ApiFunction(String name,
        RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler) {}
