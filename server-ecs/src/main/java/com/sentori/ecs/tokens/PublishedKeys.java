package com.sentori.ecs.tokens;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.sentori.contract.auth.SignedTokens;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;

/** The keys that an issuer publishes: fetched when first needed, kept, and fetched again as {@link SignedTokens} says. */
final class PublishedKeys implements ResourceRetriever {
    /** Together less than what a request may hang. */
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(2);

    private final DefaultResourceRetriever http = new DefaultResourceRetriever((int) CONNECT.toMillis(),
            (int) READ.toMillis(), SignedTokens.MAX_KEYS);
    private final URI location;
    private volatile boolean fetched;

    PublishedKeys(URI location) {
        this.location = location;
    }

    JWKSource<SecurityContext> source() {
        try {
            return JWKSourceBuilder.create(location.toURL(), this)
                    .cache(SignedTokens.KEYS_LIVE.toMillis(), CONNECT.plus(READ).toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(SignedTokens.KEYS_PAUSE.toMillis())
                    .outageTolerant(SignedTokens.KEYS_OUTLIVE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The issuer's keys cannot be had at '" + location + "'.", e);
        }
    }

    /** Whether the issuer has answered once. */
    boolean wereFetched() {
        return fetched;
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        Resource keys = http.retrieveResource(url);
        fetched = true;
        return keys;
    }
}
