package com.sentori.console.signin;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends what the OAuth library asks by the client that calls the backends: the same proxy, the same certificates, the same time-outs. */
record Calls(OkHttpClient http) implements HTTPRequestSender {
    private static final long MOST_BYTES = 1 << 20;

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
        Request.Builder request = new Request.Builder().url(asked.getURL());
        asked.getHeaderMap().forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        if (asked.getBody() != null) {
            request.post(RequestBody.create(asked.getBody(), MediaType.get("application/x-www-form-urlencoded")));
        }
        try (Response answer = http.newCall(request.build()).execute()) {
            HTTPResponse response = new HTTPResponse(answer.code());
            String type = answer.header("Content-Type");
            if (type != null) {
                response.setContentType(type);
            }
            response.setBody(answer.peekBody(MOST_BYTES).string());
            return response;
        } catch (ParseException e) {
            throw new IOException(e);
        }
    }
}
