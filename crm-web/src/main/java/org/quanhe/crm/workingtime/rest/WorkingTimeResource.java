package org.quanhe.crm.workingtime.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.records.rest.EntityTags;
import org.quanhe.crm.workingtime.WorkingTime;
import org.quanhe.crm.workingtime.WorkingTimeView;

/** {@code /working-time}: hours of each weekday, holidays, days that are worked although they would be free. */
@Path("/working-time")
public class WorkingTimeResource {
    @Inject
    private WorkingTime workingTime;

    @GET
    public Response shown() {
        return answer(workingTime.shown());
    }

    @PUT
    public Response change(@HeaderParam("If-Match") @Nullable String expected, InputStream content) throws IOException {
        Map<String, Object> document = new TreeMap<>();
        JsonBody.object(content).forEach((name, value) -> {
            if (value != null) {
                document.put(name, value);
            }
        });
        return answer(workingTime.change(document, EntityTags.version(expected)));
    }

    private static Response answer(WorkingTimeView view) {
        return Response.ok(JsonText.write(view.document()), MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .header("ETag", EntityTags.of(view.version()))
                .build();
    }
}
