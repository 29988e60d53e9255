package com.sentori.ecs.api;

import com.sentori.contract.http.Api;
import com.sentori.contract.http.ApiRequest;
import com.sentori.contract.http.ApiResponse;
import com.sentori.contract.http.Body;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Every request, whatever its method and path, goes to the contract's pipeline; its answer is written as it stands. */
public final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Api api;

    /** In front of this pipeline. */
    public ApiServlet(Api api) {
        this.api = api;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(response, api.handle(read(request)));
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
