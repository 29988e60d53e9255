package com.sentori.ecs.api;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.http.Api;
import com.sentori.contract.http.ApiRequest;
import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.http.Body;
import com.sentori.contract.http.Call;
import com.sentori.ecs.journal.RequestLine;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Every request, whatever its method and path, goes to the contract's pipeline; its answer is written as it stands. */
public final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Api api;
    private final Duration bodyTime;
    private final transient Consumer<RequestLine> log;
    private final transient HeldBytes held;

    /**
     * In front of this pipeline.
     *
     * @param bodyTime how long the body of a request may take to arrive
     * @param log takes the line of each request; must not wait
     * @param held bounds what bodies take of the memory
     */
    public ApiServlet(Api api, Duration bodyTime, Consumer<RequestLine> log, HeldBytes held) {
        this.api = api;
        this.bodyTime = bodyTime;
        this.log = log;
        this.held = held;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long began = System.nanoTime();
        String route = api.templateOf(request.getRequestURI());
        if (route != null) {
            // Else each path would be a series of its own, or all would be one.
            ServerHttpObservationFilter.findObservationContext(request)
                    .ifPresent(observed -> observed.setPathPattern(route));
        }
        AtomicReference<@Nullable Call> admitted = new AtomicReference<>();
        boolean cut = true;
        try (HeldBytes.Share share = held.share()) {
            cut = !answered(request, response, share, admitted::set);
        } finally {
            log.accept(RequestLine.of(Instant.now(), admitted.get(), request::getHeader, request.getMethod(), route,
                    response.getStatus(), System.nanoTime() - began, cut));
        }
    }

    /** Whether it was answered: a body that trickles in for too long is not. */
    private boolean answered(HttpServletRequest from, HttpServletResponse to, HeldBytes.Share share,
            Consumer<Call> admitted) throws IOException {
        byte[] body;
        try {
            // One byte more than allowed shows that it is too large; the rest is not held.
            body = share.read(from.getInputStream(), ApiRequest.MAX_BODY + 1, bodyTime);
        } catch (ContractException full) {
            write(to, api.refuse(read(from, new byte[0]), full));
            return true;
        }
        if (body == null) {
            to.sendError(HttpServletResponse.SC_REQUEST_TIMEOUT);
            return false;
        }
        ApiRequest request = read(from, body);
        write(to, withRoom(request, api.handle(request, admitted), share));
        return true;
    }

    /** Only what was asked for and changed nothing can be refused now. */
    private ApiResponse withRoom(ApiRequest request, ApiResponse answer, HeldBytes.Share share) {
        if (answer.body() instanceof Body.Whole whole && request.method().equals("GET")) {
            try {
                share.take(whole.bytes().length);
            } catch (ContractException full) {
                return api.refuse(request, full);
            }
        }
        return answer;
    }

    private static ApiRequest read(HttpServletRequest request, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(name -> request.getHeaders(name)
                        .asIterator()
                        .forEachRemaining(value -> headers.put(name, value)));
        return new ApiRequest(request.getMethod(), request.getRequestURI(), headers,
                ApiRequest.decodeQuery(request.getQueryString()), body);
    }

    static void write(HttpServletResponse response, ApiResponse answer) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        switch (answer.body()) {
            case Body.Whole whole -> {
                response.setContentLength(whole.bytes().length);
                response.getOutputStream().write(whole.bytes());
            }
            case Body.Streamed streamed -> streamed.writer().writeTo(response.getOutputStream());
        }
    }
}
