package com.sentori.contract.http;

import com.sentori.contract.auth.Caller;
import com.sentori.contract.auth.Callers;
import com.sentori.contract.auth.Role;
import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.errors.Problem;
import com.sentori.contract.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers every request of a server by the contract: finds the route, checks in the contract's order what
 * holds for all calls, and turns refusals into problem documents. Thread-safe; waits only for what a
 * route's answer waits for.
 */
public final class Api {
    private static final System.Logger LOG = System.getLogger(Api.class.getName());
    private static final String RETRY_SECONDS = "1";

    /** By path: most calls are found at once. */
    private final Map<String, Endpoint> literal;
    private final List<Endpoint> variable;
    private final Browsers browsers;
    private final Callers callers;

    /** Serves these routes to everyone. */
    public Api(ServerSettings settings, List<Route> routes) {
        this(settings, Callers.OPEN, routes);
    }

    /**
     * Serves these routes.
     *
     * @param callers finds out who calls, but for routes that are for everyone
     */
    public Api(ServerSettings settings, Callers callers, List<Route> routes) {
        this.callers = callers;
        List<Endpoint> endpoints = routes.stream()
                .collect(Collectors.groupingBy(Route::template))
                .values()
                .stream()
                .map(Endpoint::of)
                .toList();
        this.literal = endpoints.stream()
                .filter(endpoint -> !endpoint.any().hasVariables())
                .collect(Collectors.toMap(endpoint -> endpoint.any().template(), Function.identity()));
        this.variable = endpoints.stream().filter(endpoint -> endpoint.any().hasVariables()).toList();
        this.browsers = new Browsers(settings);
    }

    /** The template of the route at this path, for logs and metrics; null where there is none. */
    public @Nullable String templateOf(String path) {
        if (literal.containsKey(path)) {
            return path;
        }
        return variable.stream()
                .map(Endpoint::any)
                .filter(route -> route.match(path) != null)
                .map(Route::template)
                .findFirst()
                .orElse(null);
    }

    /** Answers it; never throws. */
    public ApiResponse handle(ApiRequest request) {
        return handle(request, call -> {});
    }

    /**
     * Answers it; never throws.
     *
     * @param admitted is given the call once it has passed the checks of every call
     */
    public ApiResponse handle(ApiRequest request, Consumer<Call> admitted) {
        ApiResponse answer;
        try {
            answer = dispatch(request, admitted);
        } catch (ContractException refusal) {
            if (refusal.getCause() != null) {
                // A line, no stack: while a store is down, every poll of every client comes by here.
                LOG.log(System.Logger.Level.WARNING, "refused with " + refusal.code() + ": " + refusal.getCause());
            }
            answer = refuse(refusal);
        } catch (RuntimeException fault) {
            // The contract knows no 500: whatever fails inside is answered as "try again", and said in the log.
            LOG.log(System.Logger.Level.ERROR, "a call failed", fault);
            answer = refuse(ContractException.storeUnavailable(fault));
        }
        return marked(request, answer);
    }

    /** The answer to a request that the server refuses before the pipeline has seen it. */
    public ApiResponse refuse(ApiRequest request, ContractException refusal) {
        return marked(request, refuse(refusal));
    }

    private ApiResponse marked(ApiRequest request, ApiResponse answer) {
        return browsers.mark(request,
                answer.with("Cache-Control", "no-store").with("X-Content-Type-Options", "nosniff"));
    }

    private ApiResponse dispatch(ApiRequest request, Consumer<Call> admitted) {
        Endpoint exact = literal.get(request.path());
        if (exact != null) {
            return dispatch(request, exact, Map.of(), admitted);
        }
        for (Endpoint endpoint : variable) {
            Map<String, String> variables = endpoint.any().match(request.path());
            if (variables != null) {
                return dispatch(request, endpoint, variables, admitted);
            }
        }
        throw ContractException.of(ErrorCode.NOT_FOUND, "There is nothing at this path.");
    }

    private ApiResponse dispatch(ApiRequest request, Endpoint endpoint, Map<String, String> variables,
            Consumer<Call> admitted) {
        String allow = endpoint.allow();
        if (request.method().equals("OPTIONS")) {
            return browsers.preflight(request, allow);
        }
        Route route = endpoint.methods().get(request.method());
        if (route == null) {
            return refuse(ContractException.of(ErrorCode.METHOD_NOT_ALLOWED, "This path answers to " + allow + "."))
                    .with("Allow", allow);
        }
        if (request.body().length > ApiRequest.MAX_BODY) {
            throw ContractException.of(ErrorCode.PAYLOAD_TOO_LARGE,
                    "The body must hold at most " + ApiRequest.MAX_BODY + " bytes: send it in parts.");
        }
        if (request.body().length > 0 && !request.isJson()) {
            throw ContractException.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "The body must be JSON: send Content-Type: application/json.");
        }
        browsers.guard(request);
        Call call = Call.of(request, variables, admit(route, request));
        admitted.accept(call);
        return route.answer().apply(call);
    }

    private Caller admit(Route route, ApiRequest request) {
        String user = request.header(Callers.USER_HEADER);
        Role due = route.role();
        if (due == null) {
            return Callers.OPEN.identify(null, user);
        }
        Caller caller = callers.identify(request.header("Authorization"), user);
        if (!caller.is(due)) {
            throw ContractException.of(ErrorCode.FORBIDDEN,
                    "This call needs the role " + due.wireName() + ", which the token does not give.");
        }
        return caller;
    }

    /** The answer to a refused request, for servers that refuse before the pipeline can. */
    public static ApiResponse refuse(ContractException refusal) {
        Problem problem = Problem.of(refusal);
        ApiResponse answer = new ApiResponse(problem.status(), Map.of("Content-Type", "application/problem+json"),
                Json.bytes(problem));
        return switch (refusal.code()) {
            case UNAUTHENTICATED -> answer.with("WWW-Authenticate", "Bearer");
            case RATE_LIMITED ->
                answer.with("Retry-After", String.valueOf(refusal.members().get(ContractException.RETRY_AFTER)));
            case OVERLOADED, STORE_UNAVAILABLE -> answer.with("Retry-After", RETRY_SECONDS);
            default -> answer;
        };
    }

    /**
     * The routes of one path.
     *
     * @param any of them: they differ by method alone
     * @param methods the routes by method
     * @param allow what the path answers to
     */
    private record Endpoint(Route any, Map<String, Route> methods, String allow) {
        static Endpoint of(List<Route> routes) {
            Map<String, Route> methods = routes.stream().collect(Collectors.toMap(Route::method, route -> route));
            TreeSet<String> allowed = new TreeSet<>(methods.keySet());
            allowed.add("OPTIONS");
            return new Endpoint(routes.getFirst(), methods, String.join(", ", allowed));
        }
    }
}
