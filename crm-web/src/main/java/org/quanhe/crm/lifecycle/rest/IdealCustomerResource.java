package org.quanhe.crm.lifecycle.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.lifecycle.IdealCustomer;
import org.quanhe.crm.lifecycle.IdealCustomerView;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.records.rest.EntityTags;

/** {@code /lifecycle/ideal-customer}: what to look for in prospects, and runs over those that are there. */
@Path("/lifecycle/ideal-customer")
public class IdealCustomerResource {
    @Inject
    private IdealCustomer ideal;

    @GET
    public Response shown() {
        return answer(ideal.shown());
    }

    @PUT
    public Response change(@HeaderParam("If-Match") @Nullable String expected, InputStream content) throws IOException {
        if (!(JsonBody.object(content).get("conditions") instanceof Map<?, ?> given)) {
            throw CrmException.invalidField("conditions", LocalizedMessage.of("records.error.required"));
        }
        Map<String, Object> conditions = new LinkedHashMap<>();
        given.forEach((type, text) -> {
            if (text != null) {
                conditions.put(type.toString(), text);
            }
        });
        return answer(ideal.change(conditions, EntityTags.version(expected)));
    }

    @POST
    @Path("/run")
    public Response run() {
        return answer(ideal.run());
    }

    private static Response answer(IdealCustomerView view) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("conditions", view.conditions());
        IdealCustomerView.Run run = view.run();
        if (run != null) {
            Map<String, @Nullable Object> told = new LinkedHashMap<>();
            told.put("started", run.started().toString());
            told.put("by", run.by());
            told.put("total", run.total());
            told.put("done", run.done());
            told.put("changed", run.changed());
            told.put("ended", LifecycleJson.moment(run.ended()));
            json.put("run", told);
        }
        return LifecycleJson.ok(json, view.version());
    }
}
