package com.sentori.bench.backends;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/**
 * A client of DynamoDB that asks every call for what it consumes, and adds up what the writes say. A write that is refused
 * is paid for as well but says nothing of it: it is counted apart. Not thread-safe.
 */
final class MeteredDynamo implements InvocationHandler {
    private final DynamoDbClient inner;
    private final DynamoDbClient client;
    private double writeUnits;
    private int calls;
    private int refused;

    MeteredDynamo(DynamoDbClient inner) {
        this.inner = inner;
        this.client = (DynamoDbClient) Proxy.newProxyInstance(DynamoDbClient.class.getClassLoader(),
                new Class<?>[]{DynamoDbClient.class}, this);
    }

    DynamoDbClient client() {
        return client;
    }

    double writeUnits() {
        return writeUnits;
    }

    int calls() {
        return calls;
    }

    int refused() {
        return refused;
    }

    void reset() {
        writeUnits = 0;
        calls = 0;
        refused = 0;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null && arguments.length == 1 && method.isDefault()) {
            if (arguments[0] instanceof DynamoDbRequest request
                    && DynamoDbResponse.class.isAssignableFrom(method.getReturnType())) {
                return metered(method, request);
            }
            if (arguments[0] instanceof Consumer || method.getName().endsWith("Paginator")) {
                return InvocationHandler.invokeDefault(proxy, method, arguments); // comes back here with its requests
            }
        }
        return call(method, arguments);
    }

    private @Nullable Object metered(Method method, DynamoDbRequest request) throws Throwable {
        calls++;
        try {
            Object answer = call(method, new Object[]{asking(request)});
            if (answer instanceof SdkPojo pojo && method.getName().matches(".*(put|update|delete|Write).*")) {
                writeUnits += units(pojo);
            }
            return answer;
        } catch (DynamoDbException e) {
            refused++;
            throw e;
        }
    }

    private static DynamoDbRequest asking(DynamoDbRequest request) {
        for (SdkField<?> field : request.sdkFields()) {
            if (field.memberName().equals("ReturnConsumedCapacity")) {
                DynamoDbRequest.Builder asking = request.toBuilder();
                field.set(asking, "TOTAL");
                return asking.build();
            }
        }
        return request;
    }

    private static double units(SdkPojo answer) {
        return answer.sdkFields()
                .stream()
                .filter(field -> field.memberName().equals("ConsumedCapacity"))
                .map(field -> field.getValueOrDefault(answer))
                .flatMap(value -> value instanceof Collection<?> several ? several.stream() : List.of(value).stream())
                .mapToDouble(consumed -> consumed instanceof ConsumedCapacity one ? one.capacityUnits() : 0)
                .sum();
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(inner, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
