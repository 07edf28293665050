package org.quanhe.crm.privacy.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.privacy.Consents;
import org.quanhe.crm.privacy.Purpose;
import org.quanhe.crm.records.rest.EntityTags;

/**
 * {@code /consent-purposes}: what people are asked to agree to, {@code {"purposes": [{"code": "news", "names": {"vi":
 * …}, "wordings": {"vi": …}}]}} with every language. Those that are missing in a PUT are retired.
 */
@Path("/consent-purposes")
public class ConsentPurposesResource {
    @Inject
    private Consents consents;

    @GET
    public Response all() {
        return answer(consents.purposes());
    }

    @PUT
    public Response change(@HeaderParam("If-Match") @Nullable String expected, InputStream content) throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        if (!(body.get("purposes") instanceof List<?> wanted)) {
            throw CrmException.invalidField("purposes", LocalizedMessage.of("records.error.required"));
        }
        List<Purpose> purposes = new ArrayList<>();
        for (Object one : wanted) {
            if (!(one instanceof Map<?, ?> purpose)) {
                throw CrmException.invalidField("purposes", LocalizedMessage.of("records.error.required"));
            }
            purposes.add(new Purpose(
                    purpose.get("code") == null ? "" : purpose.get("code").toString(),
                    texts(purpose.get("names")),
                    texts(purpose.get("wordings")),
                    Boolean.TRUE.equals(purpose.get("retired"))));
        }
        return answer(consents.change(purposes, EntityTags.version(expected)));
    }

    private static Map<Language, String> texts(@Nullable Object value) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        if (value instanceof Map<?, ?> byTag) {
            for (Language language : Language.values()) {
                if (byTag.get(language.tag()) instanceof String text) {
                    texts.put(language, text.strip());
                }
            }
        }
        return texts;
    }

    private static Response answer(Consents.PurposesView view) {
        return JsonAnswer.status(200, json -> {
                    json.writeStartObject().writeStartArray("purposes");
                    view.purposes().forEach(purpose -> {
                        json.writeStartObject()
                                .write("code", purpose.code())
                                .write("retired", purpose.retired())
                                .writeStartObject("names");
                        purpose.names().forEach((language, text) -> json.write(language.tag(), text));
                        json.writeEnd().writeStartObject("wordings");
                        purpose.wordings().forEach((language, text) -> json.write(language.tag(), text));
                        json.writeEnd().writeEnd();
                    });
                    json.writeEnd().writeEnd();
                })
                .header("ETag", EntityTags.of(view.version()))
                .build();
    }
}
