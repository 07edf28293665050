package org.quanhe.crm.leads.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.HandoverView;
import org.quanhe.crm.leads.Handovers;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.records.rest.EntityTags;

/** {@code /leads/{id}/handover}: sales are asked, accept, return or pass on. */
@Path("/leads/{id:\\d+}/handover")
public class HandoverResource {
    @Inject
    private Handovers handovers;

    @Inject
    private RequestLanguage language;

    /** The question that is open; 404 if sales are not asked. */
    @GET
    public Response open(@PathParam("id") long id) {
        return answer(handovers.open(lead(id)).orElseThrow(() -> CrmException.notFound(lead(id))));
    }

    /** Who was responsible in which status, and how long. */
    @GET
    @Path("/trail")
    public Response trail(@PathParam("id") long id) {
        var trail = handovers.trail(lead(id));
        return JsonAnswer.ok(json -> HandoverJson.write(json, trail));
    }

    /** {@code {"to": 12, "note": "…"}}; without {@code to} the rules find somebody. */
    @POST
    public Response ask(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String expected, InputStream content)
            throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        return answer(handovers.ask(
                lead(id),
                EntityTags.version(expected),
                body.get("to") == null ? null : user(body),
                JsonBody.textOrNone(body, "note")));
    }

    /** {@code {"call": true}} puts a first call on the caller's calendar. */
    @POST
    @Path("/accept")
    public Response accept(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String expected, InputStream content)
            throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        handovers.accept(
                lead(id),
                EntityTags.version(expected),
                Boolean.TRUE.equals(body.get("call")) ? language.language() : null);
        return Response.noContent().build();
    }

    /** {@code {"why": "…"}}. */
    @POST
    @Path("/return")
    public Response giveBack(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String expected, InputStream content)
            throws IOException {
        handovers.giveBack(
                lead(id), EntityTags.version(expected), JsonBody.textOrNone(JsonBody.object(content), "why"));
        return Response.noContent().build();
    }

    /** {@code {"to": 12, "note": "…"}}. */
    @POST
    @Path("/pass")
    public Response pass(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String expected, InputStream content)
            throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        return answer(
                handovers.pass(lead(id), EntityTags.version(expected), user(body), JsonBody.textOrNone(body, "note")));
    }

    private static long user(Map<String, @Nullable Object> body) {
        String text = String.valueOf(body.get("to"));
        if (text.matches("\\d{1,18}")) {
            return Long.parseLong(text);
        }
        throw CrmException.invalidField("to", LocalizedMessage.of("records.error.required"));
    }

    private static RecordRef lead(long id) {
        return new RecordRef("leads", id);
    }

    private static Response answer(HandoverView view) {
        return JsonAnswer.ok(json -> HandoverJson.write(json, view));
    }
}
