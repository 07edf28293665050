package org.quanhe.crm.activities.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.Promises;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.rest.JsonAnswer;

/** {@code /promises}: what was promised to customers. */
@Path("/promises")
public class PromisesResource {
    @Inject
    private Promises promises;

    /** {@code ?owner=12&customer=34&state=overdue}; without a state those that are open and overdue. */
    @GET
    public Response given(
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("customer") @Nullable String customer,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return JsonAnswer.portion(
                promises.given(Sent.id(owner), Sent.id(customer), state(state), cursor, limit), FollowJson::write);
    }

    @GET
    @Path("/owners")
    public Response owners() {
        List<Promises.Tally> tallies = promises.byOwner();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            tallies.forEach(one -> FollowJson.write(json, one));
            json.writeEnd().writeEnd();
        });
    }

    private static Promises.@Nullable State state(@Nullable String told) {
        if (told == null || told.isEmpty()) {
            return null;
        }
        return Arrays.stream(Promises.State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(told))
                .findFirst()
                .orElseThrow(() -> CrmException.invalidField(
                        "state",
                        LocalizedMessage.of(
                                "records.error.noChoice",
                                told.substring(0, Math.min(40, told.length())),
                                LocalizedMessage.of("records.list", "open, overdue, kept, broken"))));
    }
}
