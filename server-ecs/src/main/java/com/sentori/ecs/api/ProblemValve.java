package com.sentori.ecs.api;

import com.sentori.contract.errors.ContractException;
import com.sentori.contract.errors.ErrorCode;
import com.sentori.contract.http.Api;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/** What Tomcat refuses before the pipeline sees it - no HTTP, no valid path - is a problem document, too. */
public final class ProblemValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        // For Tomcat, a body that stays away or breaks off is a bad request, which nobody would send again.
        int status = failure instanceof ClientAbortException
                ? HttpServletResponse.SC_REQUEST_TIMEOUT
                : response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            ApiServlet.write(response, Api.refuse(refusal(status)));
            response.finishResponse();
            if (status == HttpServletResponse.SC_REQUEST_TIMEOUT) {
                // Else the rest of the body would be waited for, to use the connection again.
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            }
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("a refusal could not be sent", e);
        }
    }

    private static ContractException refusal(int status) {
        return switch (status) {
            case 404 -> ContractException.of(ErrorCode.NOT_FOUND, "There is nothing at this path.");
            case 405 -> ContractException.of(ErrorCode.METHOD_NOT_ALLOWED, "This path does not answer to this method.");
            // Be it the sender, the network or this server that was slow: nothing has happened, and it may be sent again.
            case 408 -> ContractException.of(ErrorCode.OVERLOADED, "The body did not arrive in time; send it again.");
            case 413 -> ContractException.of(ErrorCode.PAYLOAD_TOO_LARGE, "The body is too large: send it in parts.");
            case 500, 503 -> ContractException.of(ErrorCode.OVERLOADED, "The server cannot answer now; try again.");
            default -> ContractException.of(ErrorCode.VALIDATION_FAILED, "The request is not valid HTTP.");
        };
    }
}
