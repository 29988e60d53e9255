package com.sentori.console.sources;

import com.sentori.console.backends.Telemetry;
import com.sentori.console.sources.SourceException.Kind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

/** What the services of CloudWatch have in common: how one gets there, who one is, and what their refusals mean. */
final class Aws {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Set<String> NOT_ALLOWED = Set.of("AccessDeniedException", "ExpiredTokenException",
            "InvalidSignatureException", "UnrecognizedClientException");

    private Aws() {}

    /** A client for a place, which finds region and credentials as all of the AWS SDK do. Nothing is called yet. */
    static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder,
            Telemetry.CloudWatch place) {
        builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(PATIENCE))
                .credentialsProvider(credentials(place.profile(), isHere(place)))
                .overrideConfiguration(options -> {
                    options.apiCallTimeout(PATIENCE.multipliedBy(2));
                    if (!place.profile().isEmpty()) {
                        options.defaultProfileName(place.profile())
                                .defaultProfileFile(ProfileFile.defaultProfileFile());
                    }
                });
        if (!place.region().isEmpty()) {
            builder.region(Region.of(place.region()));
        }
        URI endpoint = place.endpoint();
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.build();
    }

    /** Nobody's own credentials go to an endpoint on this machine, unless a profile is named for it. */
    private static AwsCredentialsProvider credentials(String profile, boolean here) {
        if (profile.isEmpty()) {
            return here
                    ? StaticCredentialsProvider.create(AwsBasicCredentials.create("sandbox", "sandbox"))
                    : DefaultCredentialsProvider.builder().build();
        }
        return DefaultCredentialsProvider.builder().profileName(profile).build();
    }

    /** Whether its endpoint is on this machine. */
    static boolean isHere(Telemetry.CloudWatch place) {
        URI endpoint = place.endpoint();
        return endpoint != null
                && List.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(endpoint.getHost()));
    }

    /** When it was answered, by the service's clock if it tells. */
    static Instant at(AwsResponse response, Clock clock) {
        try {
            return response.sdkHttpResponse()
                    .firstMatchingHeader("Date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
                    .orElseGet(clock::instant);
        } catch (DateTimeParseException e) {
            return clock.instant();
        }
    }

    /** Calls, and says in one way why there is no answer. */
    static <T> T call(String service, Call<T> call) throws SourceException {
        try {
            return call.now();
        } catch (AwsServiceException e) {
            throw new SourceException(kind(e), service + ": " + said(e), e);
        } catch (SdkClientException e) {
            String said = String.valueOf(e.getMessage());
            throw said.contains("credentials") || said.contains("region") || said.contains("SSO")
                    ? new SourceException(Kind.UNAUTHORISED, "The AWS SDK has no credentials or no region for "
                            + service + ": " + said, e)
                    : new SourceException(Kind.UNREACHABLE, unreachable(service), e);
        } catch (SdkException e) {
            throw new SourceException(Kind.UNREACHABLE, unreachable(service), e);
        }
    }

    /** The SDK's own words are for programmers; they are the cause. */
    private static String unreachable(String service) {
        return service + " does not answer: check the network, and its region and address under Backends.";
    }

    /** Services that speak JSON refuse who may not ask with a status of 400. */
    private static Kind kind(AwsServiceException fault) {
        if (fault.isThrottlingException() || fault.statusCode() >= 500) {
            return Kind.BUSY;
        }
        String code = fault.awsErrorDetails() == null ? "" : String.valueOf(fault.awsErrorDetails().errorCode());
        return fault.statusCode() == 401 || fault.statusCode() == 403 || NOT_ALLOWED.contains(code)
                ? Kind.UNAUTHORISED
                : Kind.REFUSED;
    }

    private static String said(AwsServiceException fault) {
        return fault.awsErrorDetails() == null
                ? String.valueOf(fault.getMessage())
                : String.valueOf(fault.awsErrorDetails().errorMessage());
    }

    /** A call of a client. */
    interface Call<T> {
        T now();
    }
}
