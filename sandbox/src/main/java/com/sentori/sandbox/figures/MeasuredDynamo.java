package com.sentori.sandbox.figures;

import com.sentori.sandbox.metrics.Metrics;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * A client of DynamoDB whose calls are measured as {@code AWS/DynamoDB}. The client of DynamoDB Local has no interceptors, so it is wrapped; every call is
 * asked for what it consumes, unless its caller has asked already. Thread-safe.
 */
public final class MeasuredDynamo implements InvocationHandler {
    private final DynamoDbClient client;
    private final Metrics metrics;
    private final Clock clock;

    private MeasuredDynamo(DynamoDbClient client, Metrics metrics, Clock clock) {
        this.client = client;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A client that does what this one does, and measures it. */
    public static DynamoDbClient around(DynamoDbClient client, Metrics metrics, Clock clock) {
        return (DynamoDbClient) Proxy.newProxyInstance(DynamoDbClient.class.getClassLoader(),
                new Class<?>[]{DynamoDbClient.class}, new MeasuredDynamo(client, metrics, clock));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null && arguments.length == 1 && method.isDefault()) {
            if (arguments[0] instanceof DynamoDbRequest request
                    && DynamoDbResponse.class.isAssignableFrom(method.getReturnType())) {
                return measured(method, request);
            }
            if (arguments[0] instanceof Consumer || method.getName().endsWith("Paginator")) {
                return InvocationHandler.invokeDefault(proxy, method, arguments); // comes back here with its requests
            }
        }
        return call(method, arguments);
    }

    private @Nullable Object measured(Method method, DynamoDbRequest request) throws Throwable {
        String operation = Character.toUpperCase(method.getName().charAt(0)) + method.getName().substring(1);
        Instant time = clock.instant();
        long from = System.nanoTime();
        try {
            Object response = call(method, new Object[]{askingForCapacity(request)});
            if (response instanceof SdkPojo answer) {
                metrics.put(DynamoFigures.of(operation, time, (System.nanoTime() - from) / 1e6, answer));
            }
            return response;
        } catch (DynamoDbException e) {
            metrics.put(DynamoFigures.of(operation, time, request, e));
            throw e;
        }
    }

    private static DynamoDbRequest askingForCapacity(DynamoDbRequest request) {
        for (SdkField<?> field : request.sdkFields()) {
            if (field.memberName().equals("ReturnConsumedCapacity") && field.getValueOrDefault(request) == null) {
                DynamoDbRequest.Builder asking = request.toBuilder();
                field.set(asking, ReturnConsumedCapacity.INDEXES.toString());
                return asking.build();
            }
        }
        return request;
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
