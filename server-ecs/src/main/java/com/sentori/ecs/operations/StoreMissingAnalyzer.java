package com.sentori.ecs.operations;

import org.flywaydb.core.internal.exception.sqlExceptions.FlywaySqlUnableToConnectToDbException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says which PostgreSQL did not answer at the start, without a stack trace. */
final class StoreMissingAnalyzer extends AbstractFailureAnalyzer<FlywaySqlUnableToConnectToDbException> {
    private final Environment environment;

    StoreMissingAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, FlywaySqlUnableToConnectToDbException failure) {
        // What follows the question mark may hold a password.
        String url = environment.getProperty("spring.datasource.url", "").replaceFirst("\\?.*", "");
        return new FailureAnalysis("PostgreSQL at " + url + " does not let this server in (" + reason(failure)
                + "): start it, or set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
                + " SPRING_DATASOURCE_PASSWORD.", null, failure);
    }

    private static String reason(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage()).lines().findFirst().orElse("").strip();
    }
}
