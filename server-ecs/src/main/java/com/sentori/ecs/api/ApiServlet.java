package com.sentori.ecs.api;

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
    private final transient Consumer<RequestLine> log;

    /**
     * In front of this pipeline.
     *
     * @param log takes the line of each request; must not wait
     */
    public ApiServlet(Api api, Consumer<RequestLine> log) {
        this.api = api;
        this.log = log;
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
        try {
            write(response, api.handle(read(request), admitted::set));
            cut = false;
        } finally {
            log.accept(RequestLine.of(Instant.now(), admitted.get(), request::getHeader, request.getMethod(), route,
                    response.getStatus(), System.nanoTime() - began, cut));
        }
    }

    private static ApiRequest read(HttpServletRequest request) throws IOException {
        Map<String, String> headers = new HashMap<>();
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(name -> request.getHeaders(name)
                        .asIterator()
                        .forEachRemaining(value -> headers.put(name, value)));
        // One byte more than allowed shows that it is too large; the rest is not held.
        byte[] body = request.getInputStream().readNBytes(ApiRequest.MAX_BODY + 1);
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
