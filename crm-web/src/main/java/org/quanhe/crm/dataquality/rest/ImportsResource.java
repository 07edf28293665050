package org.quanhe.crm.dataquality.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.Imports;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RequestContext;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.RequestLanguage;

/** Imports over REST: one call uploads and starts, the job is watched by its address. */
@Path("/imports")
@RequestScoped
public class ImportsResource {
    /** How much of a refused upload is read on: a client that is still sending does not read the answer. */
    private static final long MOST_PASSED_OVER = 4L << 30;

    @Inject
    private Imports imports;

    @Inject
    private RequestLanguage request;

    @Context
    private UriInfo uri;

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response start(
            @HeaderParam("Content-Type") @Nullable String contentType,
            @HeaderParam("Content-Length") @DefaultValue("-1") long length,
            InputStream body)
            throws IOException {
        speak();
        try (ImportForm form = new ImportForm(imports.maxMegabytes())) {
            form.refuseTooLarge(length);
            form.read(new MultipartReader(body, contentType));
            return start(form);
        } finally {
            passOver(body);
        }
    }

    private Response start(ImportForm form) throws IOException {
        String type = form.type();
        Map<String, String> mapping = form.mapping();
        Imports.ImportPreview preview;
        try (InputStream content = form.content()) {
            preview = imports.upload(type, form.fileName(), content, form.encoding());
        }
        boolean started = false;
        try {
            if (form.dryRun()) {
                Imports.DryRun trial = imports.dryRun(preview.id(), mapping);
                return JsonAnswer.ok(json -> write(json, preview, trial));
            }
            imports.start(preview.id(), mapping);
            started = true;
        } finally {
            if (!started) {
                imports.discard(preview.id());
            }
        }
        Imports.ImportStatus status = imports.status(preview.id());
        return JsonAnswer.status(202, json -> write(json, status))
                .location(address(preview.id()))
                .build();
    }

    private static void passOver(InputStream body) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long passed = 0;
        for (int read = body.read(buffer); read > 0 && passed < MOST_PASSED_OVER; read = body.read(buffer)) {
            passed += read;
        }
    }

    @GET
    public Response recent() {
        speak();
        List<Imports.ImportStatus> recent = imports.recent(50);
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            recent.forEach(status -> write(json, status));
            json.writeEnd().writeNull("next").writeEnd();
        });
    }

    @GET
    @Path("/{id}")
    public Response status(@PathParam("id") String id) {
        speak();
        Imports.ImportStatus status = imports.status(number(id));
        return JsonAnswer.ok(json -> write(json, status));
    }

    @POST
    @Path("/{id}/undo")
    public Response undo(@PathParam("id") String id) {
        speak();
        imports.undo(number(id));
        Imports.ImportStatus status = imports.status(number(id));
        return JsonAnswer.status(202, json -> write(json, status))
                .location(address(status.id()))
                .build();
    }

    @GET
    @Path("/{id}/errors")
    public Response errors(@PathParam("id") String id) {
        speak();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        imports.writeRefused(number(id), file);
        return Response.ok(file.toByteArray(), "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"import-" + number(id) + "-refused.csv\"")
                .build();
    }

    private void speak() {
        RequestContext.answerIn(request.language());
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException noNumber) {
            String told = id.length() > 40 ? id.substring(0, 40) + "…" : id;
            throw new CrmException(
                    CrmException.Kind.NOT_FOUND, LocalizedMessage.of("dataquality.error.unknownImport", told));
        }
    }

    private URI address(long id) {
        return uri.getBaseUriBuilder().path("imports").path(Long.toString(id)).build();
    }

    private void write(JsonGenerator json, Imports.ImportStatus status) {
        json.writeStartObject()
                .write("id", status.id())
                .write("state", state(status.state()))
                .write("type", status.type())
                .write("fileName", status.fileName())
                .write("total", status.total())
                .write("percent", status.percent())
                .write("read", status.read())
                .write("written", status.written())
                .write("failed", status.failed())
                .write("errors", address(status.id()) + "/errors")
                .write("keptAtUndo", status.keptAtUndo())
                .write("message", status.message());
        texts(json, "warnings", status.warnings());
        json.writeEnd();
    }

    /** Callers know four states: an undo that is under way is running. */
    private static String state(Imports.State state) {
        return switch (state) {
            case UPLOADED -> "uploaded";
            case RUNNING, UNDOING -> "running";
            case DONE -> "done";
            case FAILED -> "failed";
            case UNDONE -> "undone";
        };
    }

    private static void write(JsonGenerator json, Imports.ImportPreview preview, Imports.DryRun trial) {
        json.writeStartObject()
                .write("type", preview.type())
                .write("encoding", preview.encoding())
                .write("read", trial.read())
                .write("good", trial.good())
                .write("failed", trial.refusedCount());
        json.writeStartObject("mapping");
        preview.mapping().forEach((column, field) -> json.write(column, field));
        json.writeEnd().writeStartArray("refused");
        for (Imports.RowProblem problem : trial.refused()) {
            json.writeStartObject().write("row", problem.row());
            texts(json, "reasons", problem.reasons());
            json.writeEnd();
        }
        json.writeEnd();
        texts(json, "warnings", trial.warnings());
        json.writeEnd();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeStartArray(name);
        texts.forEach(json::write);
        json.writeEnd();
    }
}
