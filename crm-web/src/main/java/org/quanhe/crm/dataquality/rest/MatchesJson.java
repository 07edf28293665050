package org.quanhe.crm.dataquality.rest;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quanhe.crm.dataquality.Doubles.Match;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.rest.JsonAnswer;

/** Who may be the same, as JSON. */
public final class MatchesJson {
    private MatchesJson() {}

    /** {@code {"items": [{"type", "id", "name", "company", "reasons": ["same telephone number"]}]}}. */
    public static Response of(List<Match> matches, Language spoken) {
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            matches.forEach(match -> {
                json.writeStartObject()
                        .write("type", match.record().type())
                        .write("id", match.record().id())
                        .write("name", match.name())
                        .write("company", match.company())
                        .writeStartArray("reasons");
                match.reasons().forEach(reason -> json.write(reason.in(spoken)));
                json.writeEnd().writeEnd();
            });
            json.writeEnd().writeEnd();
        });
    }
}
