package org.quanhe.crm.messages.rest;

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
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.rest.DocumentVersionJson;
import org.quanhe.crm.messages.Message;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.TemplateView;
import org.quanhe.crm.messages.Templates;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.rest.ApiApplication;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;

/** {@code /templates}: what is said to people, in their languages. */
@Path("/templates")
public class TemplatesResource {
    private static final String TEMPLATES = "templates";

    @Inject
    private Templates templates;

    @Inject
    private RequestLanguage language;

    @Inject
    private HttpServletRequest request;

    @GET
    public Response all() {
        List<TemplateView> all = templates.all();
        Language spoken = language.language();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            all.forEach(template -> TemplateJson.write(json, template, spoken));
            json.writeEnd().writeEnd();
        });
    }

    @POST
    public Response create(InputStream body) throws IOException {
        TemplateView made = templates.create(TemplateJson.read(JsonBody.object(body)));
        Language spoken = language.language();
        return JsonAnswer.status(201, json -> TemplateJson.write(json, made, spoken))
                .tag(Long.toString(made.version()))
                .location(URI.create(request.getContextPath() + ApiApplication.PATH + "/templates/" + made.id()))
                .build();
    }

    @GET
    @Path("/{id}")
    public Response open(@PathParam("id") String id) {
        return answer(templates.open(Numbers.of(TEMPLATES, id)));
    }

    /** Changes a template; {@code If-Match} refuses what somebody else has changed meanwhile. */
    @PUT
    @Path("/{id}")
    public Response change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @QueryParam("why") @DefaultValue("") String why,
            InputStream body)
            throws IOException {
        String version = match == null ? "" : match.replace("\"", "");
        return answer(templates.change(
                Numbers.of(TEMPLATES, id),
                version.matches("\\d{1,18}") ? Long.valueOf(version) : null,
                TemplateJson.read(JsonBody.object(body)),
                why));
    }

    @GET
    @Path("/{id}/versions")
    public Response versions(@PathParam("id") String id) {
        return DocumentVersionJson.all(templates.versions(Numbers.of(TEMPLATES, id)), language.language());
    }

    @GET
    @Path("/{id}/versions/{number}/difference")
    public Response restoring(@PathParam("id") String id, @PathParam("number") String version) {
        return DocumentVersionJson.difference(
                templates.restoring(Numbers.of(TEMPLATES, id), DocumentVersionJson.number(version)),
                language.language());
    }

    @POST
    @Path("/{id}/versions/{number}/restore")
    public Response restore(
            @PathParam("id") String id,
            @PathParam("number") String version,
            @QueryParam("why") @DefaultValue("") String why) {
        return answer(templates.restore(Numbers.of(TEMPLATES, id), DocumentVersionJson.number(version), why));
    }

    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("id") String id) {
        templates.remove(Numbers.of(TEMPLATES, id));
        return Response.noContent().build();
    }

    /** {@code {"recordId": 12, "language": "vi"}}: what a reader of that language would get about the record. */
    @POST
    @Path("/{id}/preview")
    public Response preview(@PathParam("id") String id, InputStream body) throws IOException {
        TemplateContent content = templates.open(Numbers.of(TEMPLATES, id)).content();
        Map<String, @Nullable Object> asked = JsonBody.object(body);
        if (!(asked.get("recordId") instanceof BigDecimal record)) {
            throw CrmException.invalidField("recordId", LocalizedMessage.of("records.error.required"));
        }
        String tag = asked.get("language") instanceof String text ? text : "";
        Language reader = tag.isEmpty()
                ? language.language()
                : TemplateJson.language(tag)
                        .orElseThrow(() -> CrmException.invalidField(
                                "language", LocalizedMessage.of("messages.error.noLanguage", tag)));
        Message message = templates.preview(content, record.longValue(), reader);
        return JsonAnswer.ok(json -> TemplateJson.write(json, message, content.kind()));
    }

    private Response answer(TemplateView template) {
        Language spoken = language.language();
        return JsonAnswer.status(200, json -> TemplateJson.write(json, template, spoken))
                .tag(Long.toString(template.version()))
                .build();
    }
}
