package org.quanhe.crm.platform.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RequestContext;

/** Refusals as {@code application/problem+json} (RFC 9457), in the caller's language. */
public final class Problem {
    /** Media type of all error answers. */
    public static final String TYPE = "application/problem+json";

    private Problem() {}

    /** HTTP status of a refusal. */
    public static int status(CrmException.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNAVAILABLE -> 503;
        };
    }

    public static Response of(CrmException refused, Language language) {
        JsonObjectBuilder body = body(status(refused.kind()), refused.text(), language);
        if (!refused.violations().isEmpty()) {
            JsonArrayBuilder violations = Json.createArrayBuilder();
            refused.violations()
                    .forEach(violation -> violations.add(Json.createObjectBuilder()
                            .add("field", violation.field())
                            .add("message", violation.message().in(language))));
            body.add("violations", violations);
        }
        return response(status(refused.kind()), body);
    }

    public static Response of(int status, LocalizedMessage message, Language language) {
        return response(status, body(status, message, language));
    }

    /** The JSON text of a problem, for places without JAX-RS. */
    public static String text(int status, LocalizedMessage message, Language language) {
        return body(status, message, language).build().toString();
    }

    private static JsonObjectBuilder body(int status, LocalizedMessage message, Language language) {
        return Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", LocalizedMessage.of("platform.status." + status).in(language))
                .add("status", status)
                .add("detail", message.in(language))
                .add("code", message.key())
                .add("requestId", RequestContext.requestId());
    }

    private static Response response(int status, JsonObjectBuilder body) {
        Response.ResponseBuilder answer =
                Response.status(status).type(TYPE).entity(body.build().toString());
        if (status == 401) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        if (status == 503) {
            answer.header("Retry-After", "2");
        }
        return answer.build();
    }
}
