package org.quanhe.crm.capture.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.rest.DocumentVersionJson;
import org.quanhe.crm.capture.WebFormJson;
import org.quanhe.crm.capture.WebFormView;
import org.quanhe.crm.capture.WebForms;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.rest.ApiApplication;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;

/** {@code /web-forms}: forms that visitors fill in. */
@Path("/web-forms")
public class WebFormsResource {
    @Inject
    private WebForms forms;

    @Inject
    private RequestLanguage language;

    @Inject
    private HttpServletRequest request;

    @GET
    public Response all() {
        return json(200, Map.of("items", forms.all().stream().map(this::told).toList()))
                .build();
    }

    /** What a form can ask for. */
    @GET
    @Path("/fields")
    public Response fields() {
        List<Map<String, Object>> items = forms.askable().stream()
                .map(field -> {
                    Map<String, Object> told = new LinkedHashMap<>();
                    told.put("name", field.name());
                    told.put("kind", field.kind().name());
                    told.put("label", LocalizedMessage.of(field.labelKey()).in(language.language()));
                    told.put("required", field.required());
                    return told;
                })
                .toList();
        return json(200, Map.of("items", items)).build();
    }

    @POST
    public Response create(InputStream body) throws IOException {
        WebFormView made = forms.create(WebFormJson.read(JsonBody.object(body)));
        return json(201, told(made))
                .tag(Long.toString(made.version()))
                .location(URI.create(request.getContextPath() + ApiApplication.PATH + "/web-forms/" + made.id()))
                .build();
    }

    @GET
    @Path("/{id}")
    public Response open(@PathParam("id") String id) {
        return answer(forms.open(number(id)));
    }

    /** Changes a form; {@code If-Match} refuses what somebody else has changed meanwhile. */
    @PUT
    @Path("/{id}")
    public Response change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @QueryParam("why") @DefaultValue("") String why,
            InputStream body)
            throws IOException {
        String version = match == null ? "" : match.replace("\"", "");
        return answer(forms.change(
                number(id),
                version.matches("\\d{1,18}") ? Long.valueOf(version) : null,
                WebFormJson.read(JsonBody.object(body)),
                why));
    }

    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("id") String id) {
        forms.remove(number(id));
        return Response.noContent().build();
    }

    @GET
    @Path("/{id}/versions")
    public Response versions(@PathParam("id") String id) {
        return DocumentVersionJson.all(forms.versions(number(id)), language.language());
    }

    @GET
    @Path("/{id}/versions/{number}/difference")
    public Response restoring(@PathParam("id") String id, @PathParam("number") String version) {
        return DocumentVersionJson.difference(
                forms.restoring(number(id), DocumentVersionJson.number(version)), language.language());
    }

    @POST
    @Path("/{id}/versions/{number}/restore")
    public Response restore(
            @PathParam("id") String id,
            @PathParam("number") String version,
            @QueryParam("why") @DefaultValue("") String why) {
        return answer(forms.restore(number(id), DocumentVersionJson.number(version), why));
    }

    /** The body is the document that visitors can download; its name is a parameter. */
    @PUT
    @Path("/{id}/document")
    public Response give(
            @PathParam("id") String id, @QueryParam("name") @DefaultValue("") String name, InputStream body) {
        String type = Objects.requireNonNullElse(request.getContentType(), "")
                .replaceFirst(";.*", "")
                .strip();
        return answer(forms.give(number(id), name, type, body));
    }

    @DELETE
    @Path("/{id}/document")
    public Response giveNone(@PathParam("id") String id) {
        return answer(forms.giveNone(number(id)));
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new CrmException(
                    CrmException.Kind.NOT_FOUND, LocalizedMessage.of("platform.error.notFound", "web-forms", text));
        }
        return Long.parseLong(text);
    }

    private Response answer(WebFormView form) {
        return json(200, told(form)).tag(Long.toString(form.version())).build();
    }

    private Map<String, Object> told(WebFormView form) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", form.id());
        told.put("version", form.version());
        told.putAll(WebFormJson.document(form.content()));
        told.put("author", form.author());
        told.put("updatedAt", form.updatedAt());
        told.put(
                "address", request.getContextPath() + "/forms/" + form.content().code());
        told.put("sent", form.sent());
        told.put("known", form.known());
        WebFormView.Document document = form.document();
        if (document != null) {
            told.put("document", Map.of("name", document.name(), "bytes", document.bytes()));
        }
        told.put(
                "faults",
                form.faults().stream()
                        .map(fault -> Map.of(
                                "field",
                                fault.field(),
                                "message",
                                fault.message().in(language.language())))
                        .toList());
        return told;
    }

    private static Response.ResponseBuilder json(int status, Object content) {
        return Response.status(status)
                .type("application/json;charset=UTF-8")
                .entity(JsonText.write(content).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
