package org.quanhe.crm.audit.rest;

import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quanhe.crm.audit.DocumentVersion;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.rest.JsonAnswer;

/** What automations and templates said before, as JSON. */
public final class DocumentVersionJson {
    private DocumentVersionJson() {}

    public static Response all(List<DocumentVersion> versions, Language spoken) {
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            versions.forEach(version -> write(json, version, spoken));
            json.writeEnd().writeEnd();
        });
    }

    public static Response difference(List<LocalizedMessage> lines, Language spoken) {
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("lines");
            lines.forEach(line -> json.write(line.in(spoken)));
            json.writeEnd().writeEnd();
        });
    }

    /** The number of a version in a path. */
    public static int number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new CrmException(
                    CrmException.Kind.NOT_FOUND, LocalizedMessage.of("platform.error.notFound", "versions", text));
        }
        return Integer.parseInt(text);
    }

    private static void write(JsonGenerator json, DocumentVersion version, Language spoken) {
        json.writeStartObject()
                .write("number", version.number())
                .write("at", version.at().toString())
                .write("by", version.by())
                .write("why", version.why());
        Integer restores = version.restores();
        if (restores != null) {
            json.write("restores", restores);
        }
        json.writeStartArray("changes");
        version.changes().forEach(change -> json.write(change.in(spoken)));
        json.writeEnd().writeEnd();
    }
}
