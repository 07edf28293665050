package org.quanhe.crm.activities.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.Calendar;
import org.quanhe.crm.activities.CalendarFeeds;
import org.quanhe.crm.activities.CalendarItem;
import org.quanhe.crm.activities.Person;
import org.quanhe.crm.activities.Proposal;
import org.quanhe.crm.platform.rest.JsonAnswer;

/** {@code /calendar}: activities with a time, when people work, and the address for other programs. */
@Path("/calendar")
public class CalendarResource {
    @Inject
    private Calendar calendar;

    @Inject
    private CalendarFeeds feeds;

    /** {@code ?from=2026-12-01T00:00:00+07:00&to=…&person=12}. */
    @GET
    public Response between(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("person") @Nullable String person) {
        return answer(calendar.between(Sent.moment("from", from), Sent.moment("to", to), Sent.id(person)));
    }

    @GET
    @Path("/overdue")
    public Response overdue(
            @QueryParam("person") @Nullable String person,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return JsonAnswer.portion(calendar.overdue(Sent.id(person), cursor, limit), FollowJson::write);
    }

    @GET
    @Path("/people")
    public Response people() {
        List<Person> people = calendar.people();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            people.forEach(one -> json.writeStartObject()
                    .write("id", one.id())
                    .write("name", one.name())
                    .writeEnd());
            json.writeEnd().writeEnd();
        });
    }

    /** {@code ?at=2027-02-06T09:00:00+07:00}: whether people work then, and when they do next. */
    @GET
    @Path("/proposal")
    public Response proposal(@QueryParam("at") @Nullable String at) {
        Proposal proposal = calendar.proposal(Sent.moment("at", at));
        return JsonAnswer.ok(json -> json.writeStartObject()
                .write("at", proposal.at().toString())
                .write("works", proposal.works())
                .write("holiday", proposal.holiday())
                .writeEnd());
    }

    /** Since when there is an address; the address itself is not told again. */
    @GET
    @Path("/feed")
    public Response feed() {
        String since = feeds.since().map(Object::toString).orElse("");
        return JsonAnswer.ok(
                json -> json.writeStartObject().write("since", since).writeEnd());
    }

    @POST
    @Path("/feed")
    public Response renew(@Context HttpServletRequest request) {
        String address = request.getContextPath() + FeedServlet.PATH + feeds.renew() + FeedServlet.END;
        return JsonAnswer.status(201, json -> json.writeStartObject()
                        .write("address", address)
                        .writeEnd())
                .build();
    }

    @DELETE
    @Path("/feed")
    public Response withdraw() {
        feeds.withdraw();
        return Response.noContent().build();
    }

    private static Response answer(List<CalendarItem> items) {
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            items.forEach(item -> FollowJson.write(json, item));
            json.writeEnd().writeEnd();
        });
    }
}
