package com.sentori.lambda.coldstart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.sentori.lambda.functions.RunApiFunction;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;

/**
 * A fresh process that does what Lambda's would: makes the function from its environment and gives it a first event. Says
 * {@code ANSWER status} when it has the answer; with the word {@code primed}, SnapStart's hooks run before, and it
 * says how many microseconds the first answer took after them.
 */
public final class FirstAnswer {
    private FirstAnswer() {}

    /** Answers once. */
    public static void main(String[] words) {
        RunApiFunction function = new RunApiFunction();
        if (words.length > 0 && words[0].equals("primed")) {
            function.beforeCheckpoint(null);
            function.afterRestore(null);
        }
        long began = System.nanoTime();
        int status = function.handleRequest(new APIGatewayProxyRequestEvent().withHttpMethod("POST")
                .withPath("/api/runs/start")
                .withResource("/api/runs/start")
                .withHeaders(Map.of("Content-Type", "application/json", "X-User", "bench"))
                .withBody("{\"sensorIds\":[\"sensor-1\"],\"duration\":1,\"interval\":1}"), context()).getStatusCode();
        System.out.println("ANSWER " + status + " " + (System.nanoTime() - began) / 1_000);
        // As Lambda stops a process, and at once; a run that trains a cache has to end in the usual way.
        if (words.length == 0 || !words[0].equals("train")) {
            Runtime.getRuntime().halt(0);
        }
    }

    private static Context context() {
        return (Context) Objects.requireNonNull(Proxy.newProxyInstance(Context.class.getClassLoader(),
                new Class<?>[]{Context.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemainingTimeInMillis" -> 29_000;
                    case "getAwsRequestId" -> "request-1";
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }
}
