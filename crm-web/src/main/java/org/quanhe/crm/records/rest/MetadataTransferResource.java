package org.quanhe.crm.records.rest;

import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.platform.rest.ApiApplication;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.records.metadata.Draft;
import org.quanhe.crm.records.metadata.Fitting;
import org.quanhe.crm.records.metadata.MetadataFiles;
import org.quanhe.crm.records.metadata.Rehearsal;
import org.quanhe.crm.records.metadata.Selection;

/** {@code /metadata/export}, {@code /metadata/import}, {@code /metadata/starters}: metadata as files. */
@Path("/metadata")
public class MetadataTransferResource {
    @Inject
    private MetadataFiles files;

    @Inject
    private RequestLanguage language;

    @Inject
    private HttpServletRequest request;

    @GET
    @Path("/export")
    public Response all() {
        return file(files.export(Selection.ALL), "metadata");
    }

    @POST
    @Path("/export")
    public Response some(InputStream content) throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        Set<String> types = Set.of();
        Map<String, Set<String>> things = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> chosen : body.entrySet()) {
            if (!(chosen.getValue() instanceof List<?> names) || !names.stream().allMatch(String.class::isInstance)) {
                throw CrmException.invalidField(chosen.getKey(), LocalizedMessage.of("records.metadata.error.noNames"));
            }
            Set<String> named = names.stream().map(Object::toString).collect(Collectors.toSet());
            if (chosen.getKey().equals("types")) {
                types = named;
            } else {
                things.put(chosen.getKey(), named);
            }
        }
        Selection selection = new Selection(types, things);
        if (selection.all()) {
            throw CrmException.invalidField("types", LocalizedMessage.of("records.error.required"));
        }
        return file(files.export(selection), "metadata");
    }

    /** What files can take along beside types and fields. */
    @GET
    @Path("/things")
    public Response things() {
        Language spoken = language.language();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            files.things().forEach(thing -> json.writeStartObject()
                    .write("kind", thing.kind())
                    .write("key", thing.key())
                    .write("name", thing.name().in(spoken))
                    .write("type", thing.type())
                    .writeEnd());
            json.writeEnd().writeEnd();
        });
    }

    @POST
    @Path("/import")
    public Response bringIn(
            @QueryParam("dryRun") boolean dryRun,
            @QueryParam("draft") boolean draft,
            @QueryParam("why") @Nullable String why,
            @QueryParam("instead") List<String> instead,
            InputStream content)
            throws IOException {
        byte[] file = content.readNBytes(MetadataFiles.LARGEST_FILE + 1);
        Fitting fitting = new Fitting(language.language(), Stands.read(instead));
        return dryRun
                ? rehearsed(files.rehearse(file, fitting))
                : brought(files.importFile(file, !draft, why == null ? "" : why, fitting));
    }

    @GET
    @Path("/starters")
    public Response starters() {
        Language spoken = language.language();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            files.starters().forEach(starter -> {
                json.writeStartObject()
                        .write("id", starter.id())
                        .write("title", starter.title().getOrDefault(spoken.tag(), starter.id()))
                        .write("about", starter.about().getOrDefault(spoken.tag(), ""))
                        .write("loaded", starter.loaded())
                        .writeStartArray("types");
                starter.brings().types().keySet().forEach(json::write);
                json.writeEnd().writeStartObject("things");
                starter.things().forEach((kind, names) -> {
                    json.writeStartArray(kind);
                    names.forEach(name -> json.write(name.getOrDefault(spoken.tag(), "")));
                    json.writeEnd();
                });
                json.writeEnd().writeEnd();
            });
            json.writeEnd().writeEnd();
        });
    }

    @GET
    @Path("/starters/{id}")
    public Response starter(@PathParam("id") String id) {
        return file(files.starterFile(id), id);
    }

    @POST
    @Path("/starters/{id}/load")
    public Response load(@PathParam("id") String id, @QueryParam("dryRun") boolean dryRun) {
        return dryRun
                ? rehearsed(files.rehearse(files.starterFile(id), Fitting.in(language.language())))
                : brought(files.loadStarter(id, language.language()));
    }

    private static Response file(byte[] content, String name) {
        return Response.ok(content, MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"" + name + ".json\"")
                .build();
    }

    private Response rehearsed(Rehearsal rehearsal) {
        Language spoken = language.language();
        return JsonAnswer.ok(json -> {
            json.writeStartObject()
                    .write("changed", !rehearsal.difference().lines().isEmpty());
            MetadataResource.lines(json, "lines", rehearsal.difference().lines(), spoken);
            MetadataResource.lines(json, "warnings", rehearsal.difference().warnings(), spoken);
            MetadataResource.missing(json, rehearsal.difference().missing());
            json.writeStartArray("problems");
            rehearsal.problems().forEach(problem -> json.writeStartObject()
                    .write("field", problem.field())
                    .write("message", problem.message().in(spoken))
                    .writeEnd());
            json.writeEnd().writeEnd();
        });
    }

    private Response brought(Optional<Draft> brought) {
        if (brought.isEmpty()) {
            Language spoken = language.language();
            return JsonAnswer.ok(json -> json.writeStartObject()
                    .write("changed", false)
                    .write("text", Texts.in(spoken).text("records.transfer.nothing"))
                    .writeEnd());
        }
        Draft draft = brought.get();
        boolean waits = draft.state() == Draft.State.OPEN;
        return JsonAnswer.status(waits ? 201 : 200, json -> write(json, draft))
                .location(URI.create(request.getContextPath() + ApiApplication.PATH + "/metadata/drafts/" + draft.id()))
                .build();
    }

    private static void write(JsonGenerator json, Draft draft) {
        json.writeStartObject()
                .write("changed", true)
                .write("draft", draft.id())
                .write("state", draft.state().name().toLowerCase(Locale.ROOT));
        Long version = draft.publishedAs();
        if (version != null) {
            json.write("version", version);
        }
        json.writeEnd();
    }
}
