package com.sentori.contract.http;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What web pages may do: CORS for the configured origins, no write from a foreign page, and no foreign name
 * for a loopback server (DNS rebinding).
 */
record Browsers(ServerSettings settings) {
    private static final String ALLOWED_HEADERS = "Content-Type, X-User, X-Run-Id, Idempotency-Key, Authorization";
    private static final String ALLOWED_METHODS = "GET, POST, OPTIONS";
    private static final String EXPOSED_HEADERS = "Content-Disposition, X-Truncated, Retry-After, Location";
    private static final String PREFLIGHT_SECONDS = "600";
    private static final Pattern LOOPBACK = Pattern
            .compile("(?i)(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");

    void guard(ApiRequest request) {
        String host = request.header("Host");
        if (settings.loopback() && host != null && !LOOPBACK.matcher(host).matches()) {
            throw ContractException.of(ErrorCode.ORIGIN_NOT_ALLOWED,
                    "This server answers on loopback only: call it as localhost or 127.0.0.1.");
        }
        String origin = request.header("Origin");
        if (request.method().equals("POST") && origin != null && !isListed(origin) && !isOwn(origin, host)) {
            throw ContractException.of(ErrorCode.ORIGIN_NOT_ALLOWED,
                    "Pages of this origin may not write here: add it to the allowed origins if it should.");
        }
    }

    ApiResponse preflight(ApiRequest request, String allow) {
        ApiResponse answer = ApiResponse.empty(204).with("Allow", allow);
        if (!isListed(request.header("Origin"))) {
            return answer;
        }
        return answer.with("Access-Control-Allow-Methods", ALLOWED_METHODS)
                .with("Access-Control-Allow-Headers", ALLOWED_HEADERS)
                .with("Access-Control-Max-Age", PREFLIGHT_SECONDS);
    }

    ApiResponse mark(ApiRequest request, ApiResponse answer) {
        String origin = request.header("Origin");
        ApiResponse marked = answer.with("Vary", "Origin");
        if (origin == null || !isListed(origin)) {
            return marked;
        }
        return marked.with("Access-Control-Allow-Origin", origin)
                .with("Access-Control-Expose-Headers",
                        EXPOSED_HEADERS);
    }

    private boolean isListed(@Nullable String origin) {
        return origin != null && settings.allowedOrigins().contains(origin);
    }

    private static boolean isOwn(String origin, @Nullable String host) {
        if (host == null) {
            return false;
        }
        String own = host.toLowerCase(Locale.ROOT);
        return origin.equalsIgnoreCase("http://" + own) || origin.equalsIgnoreCase("https://" + own);
    }
}
