package com.sentori.lambda.tokens;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.sentori.contract.auth.SignedTokens;
import com.sentori.lambda.store.Patience;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URL;

/**
 * The keys that an issuer publishes: fetched when first needed, within the time that the call has left, and kept as
 * {@link SignedTokens} says. Nothing is fetched between calls, when Lambda lets no thread run.
 */
final class PublishedKeys implements ResourceRetriever {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int READ_MILLIS = 2_000;

    private final URI location;
    private volatile boolean fetched;

    PublishedKeys(URI location) {
        this.location = location;
    }

    JWKSource<SecurityContext> source() {
        URL url;
        try {
            url = location.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The issuer's keys cannot be had at '" + location + "'.", e);
        }
        return JWKSourceBuilder.create(url, this)
                .outageTolerant(SignedTokens.KEYS_OUTLIVE.toMillis())
                .rateLimited(SignedTokens.KEYS_PAUSE.toMillis())
                .cache(SignedTokens.KEYS_LIVE.toMillis(), CONNECT_MILLIS + READ_MILLIS)
                .refreshAheadCache(false)
                .build();
    }

    /** Whether the issuer has answered once. */
    boolean wereFetched() {
        return fetched;
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        int left = Math.toIntExact(Patience.left().toMillis());
        int connect = Math.min(CONNECT_MILLIS, left / 2);
        int read = Math.min(READ_MILLIS, left - connect);
        if (connect <= 0 || read <= 0) {
            throw new SocketTimeoutException("the call's time is up"); // to the JDK's client 0 means for ever
        }
        Resource keys = new DefaultResourceRetriever(connect, read, SignedTokens.MAX_KEYS).retrieveResource(url);
        fetched = true;
        return keys;
    }
}
