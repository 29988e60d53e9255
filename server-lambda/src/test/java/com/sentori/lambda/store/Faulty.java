package com.sentori.lambda.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A real client whose line breaks where a test says so. */
public final class Faulty {
    /** What happens to a call. */
    public enum Fate {
        /** It is carried out and answered. */
        ANSWERED,
        /** It is not carried out: too many calls, or another one is in the way, in all the words that DynamoDB has for it. */
        THROTTLED,
        /** Of a batch, half is carried out. */
        PARTLY,
        /** It is carried out, but the line breaks before the answer. */
        ANSWER_LOST,
        /** It never arrives. */
        LOST;

        /** Four times of ten a bad one. */
        public static Fate roll(Random random) {
            synchronized (random) {
                return switch (random.nextInt(10)) {
                    case 0 -> THROTTLED;
                    case 1 -> ANSWER_LOST;
                    case 2 -> LOST;
                    case 3 -> PARTLY;
                    default -> ANSWERED;
                };
            }
        }
    }

    private final AtomicInteger calls = new AtomicInteger();
    private final DynamoDbClient client;

    /** By the name of the operation and the number of the call, from 1, the fate of it. */
    public Faulty(DynamoDbClient real, BiFunction<String, Integer, Fate> fates) {
        InvocationHandler line = (proxy, method, arguments) -> {
            int number = calls.incrementAndGet();
            Fate fate = fates.apply(method.getName(), number);
            return switch (fate) {
                case THROTTLED -> throw Refusals.of(method.getName(), number);
                case LOST -> throw SdkClientException.create("the line broke");
                case ANSWERED -> call(real, method, arguments);
                case PARTLY -> Halves.call(real, method, arguments);
                case ANSWER_LOST -> {
                    call(real, method, arguments);
                    throw SdkClientException.create("the line broke");
                }
            };
        };
        this.client = (DynamoDbClient) Proxy.newProxyInstance(DynamoDbClient.class.getClassLoader(),
                new Class<?>[]{DynamoDbClient.class}, line);
    }

    /** The client. */
    public DynamoDbClient client() {
        return client;
    }

    /** A store on it. */
    public Store store() {
        return new Store(client, TableNames.STANDARD);
    }

    /** How many calls there were. */
    public int calls() {
        return calls.get();
    }

    static Object call(DynamoDbClient real, java.lang.reflect.Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
