package org.quanhe.crm.records.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.Audit;
import org.quanhe.crm.audit.AuditEntry;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.identity.Accounts;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordPage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.TimelineEntry;

/** Records of every type: list, create, read, change, delete; timeline and audit of one. */
@Path("/{type}")
@ApplicationScoped
public class RecordsResource {
    /** Fields that answers carry and that a caller may send back unchanged. */
    private static final Set<String> ECHOED = Set.of("id", "type", "version", "title");

    @Inject
    private Records records;

    @Inject
    private Metadata metadata;

    @Inject
    private Accounts accounts;

    @Inject
    private Audit audit;

    @Inject
    private RequestLanguage language;

    @GET
    public Response list(
            @PathParam("type") String type,
            @QueryParam("filter") @DefaultValue("") String filter,
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("sort") @DefaultValue("") String sort,
            @QueryParam("fields") @DefaultValue("") String fields,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        RecordTypeView seen = metadata.type(type);
        Set<String> chosen = chosen(seen, fields);
        Filter condition = FilterText.parse(
                seen, filter, filter.isEmpty() ? 0 : accounts.me().id());
        RecordPage page = records.list(new ListQuery(
                type, condition, text, sort, number(limit), cursor == null || cursor.isEmpty() ? null : cursor));
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            page.items().forEach(item -> RecordJson.write(json, item, chosen));
            json.writeEnd();
            JsonAnswer.next(json, page.next());
            json.writeEnd();
        });
    }

    private static int number(String limit) {
        try {
            int number = Integer.parseInt(limit.strip());
            if (number >= 1 && number <= ListQuery.MAX_LIMIT) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // refused below
        }
        throw CrmException.invalid("records.error.limit", ListQuery.MAX_LIMIT);
    }

    private static Set<String> chosen(RecordTypeView type, String fields) {
        Set<String> chosen = new LinkedHashSet<>();
        if (!fields.isBlank()) {
            Arrays.stream(fields.split(",")).map(String::strip).forEach(name -> {
                if (!ECHOED.contains(name) && type.find(name).isEmpty()) {
                    throw CrmException.invalidField(name, LocalizedMessage.of("records.error.unknownField"));
                }
                chosen.add(name);
            });
        }
        return chosen;
    }

    @POST
    public Response create(
            @PathParam("type") String type,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context UriInfo uri,
            InputStream content)
            throws IOException {
        metadata.type(type);
        Map<String, @Nullable Object> values = withoutEchoed(JsonBody.object(content));
        RecordView created = key == null ? records.create(type, values) : records.createOnce(type, values, key);
        return record(201, created)
                .location(uri.getAbsolutePathBuilder()
                        .path(Long.toString(created.ref().id()))
                        .build())
                .build();
    }

    private static Map<String, @Nullable Object> withoutEchoed(Map<String, @Nullable Object> body) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(body);
        values.keySet().removeAll(Set.of("version", "type"));
        return values;
    }

    private static Response.ResponseBuilder record(int status, RecordView record) {
        return JsonAnswer.status(status, json -> RecordJson.write(json, record, Set.of()))
                .header("ETag", EntityTags.of(record));
    }

    @GET
    @Path("/{id}")
    public Response open(
            @PathParam("type") String type,
            @PathParam("id") String id,
            @HeaderParam("If-None-Match") @Nullable String known) {
        RecordView record = records.open(ref(type, id));
        return EntityTags.of(record).equals(known)
                ? Response.notModified().header("ETag", known).build()
                : record(200, record).build();
    }

    private static RecordRef ref(String type, String id) {
        try {
            return new RecordRef(type, Long.parseLong(id));
        } catch (NumberFormatException noNumber) {
            String told = id.length() > 40 ? id.substring(0, 40) + "…" : id;
            throw new CrmException(
                    CrmException.Kind.NOT_FOUND, LocalizedMessage.of("platform.error.notFound", type, told));
        }
    }

    @PATCH
    @Path("/{id}")
    public Response change(
            @PathParam("type") String type,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String expected,
            @HeaderParam("X-Reason") @DefaultValue("") String why,
            InputStream content)
            throws IOException {
        RecordRef ref = ref(type, id);
        records.open(ref);
        return record(
                        200,
                        records.change(
                                ref,
                                EntityTags.version(expected),
                                withoutEchoed(JsonBody.object(content)),
                                reason(why)))
                .build();
    }

    /** Headers are ASCII, reasons are not: percent-encoded UTF-8 is understood, anything else stands for itself. */
    private static String reason(String why) {
        try {
            String plain = URLDecoder.decode(why.replace("+", "%2B"), StandardCharsets.UTF_8);
            return plain.replaceAll("\\p{Cntrl}", " ").strip();
        } catch (IllegalArgumentException notEncoded) {
            return why;
        }
    }

    @DELETE
    @Path("/{id}")
    public Response delete(
            @PathParam("type") String type,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String expected,
            @HeaderParam("X-Reason") @DefaultValue("") String why) {
        records.delete(ref(type, id), EntityTags.version(expected), reason(why));
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/restore")
    public Response restore(@PathParam("type") String type, @PathParam("id") String id) {
        return record(200, records.restore(ref(type, id))).build();
    }

    @GET
    @Path("/{id}/timeline")
    public Response timeline(
            @PathParam("type") String type,
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = number(limit);
        List<TimelineEntry> entries = records.timeline(ref(type, id), cursor, most);
        Language spoken = language.language();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            for (TimelineEntry entry : entries) {
                json.writeStartObject()
                        .write("at", entry.at().toString())
                        .write("author", entry.author())
                        .write("action", entry.action())
                        .write("why", entry.why().in(spoken));
                RecordView activity = entry.activity();
                if (activity != null) {
                    json.writeKey("activity");
                    RecordJson.write(json, activity, Set.of());
                }
                changes(json, entry.changes());
                json.writeEnd();
            }
            json.writeEnd();
            JsonAnswer.next(
                    json,
                    entries.size() < most
                            ? null
                            : entries.get(entries.size() - 1).id());
            json.writeEnd();
        });
    }

    @GET
    @Path("/{id}/audit")
    public Response audit(
            @PathParam("type") String type,
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("50") String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = number(limit);
        List<AuditEntry> lines = audit.of(ref(type, id), cursor == null ? null : position(cursor), most);
        Language spoken = language.language();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            for (AuditEntry line : lines) {
                json.writeStartObject()
                        .write("at", line.at().toString())
                        .write("by", line.by())
                        .write("action", line.action())
                        .write("why", line.why().in(spoken))
                        .write("requestId", line.requestId());
                changes(json, line.changes());
                json.writeEnd();
            }
            json.writeEnd();
            JsonAnswer.next(
                    json,
                    lines.size() < most
                            ? null
                            : Long.toString(lines.get(lines.size() - 1).id()));
            json.writeEnd();
        });
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException malformed) {
            throw CrmException.invalid("records.error.cursor");
        }
    }

    private static void changes(JsonGenerator json, List<FieldChange> changes) {
        json.writeStartArray("changes");
        changes.forEach(change -> json.writeStartObject()
                .write("field", change.field())
                .write("before", change.before())
                .write("after", change.after())
                .writeEnd());
        json.writeEnd();
    }
}
