package org.quanhe.crm.activities.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.FollowUps;
import org.quanhe.crm.activities.FollowUps.Question;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.RequestLanguage;

/**
 * {@code /followup}: how far leads and customers are followed up;
 * {@code ?type=customers&owner=12&team=3&limit=50&cursor=…}.
 */
@Path("/followup")
public class FollowUpResource {
    @Inject
    private FollowUps followUps;

    @Inject
    private RequestLanguage language;

    /** Those without a next step first, then those who have waited longest. */
    @GET
    public Response board(
            @QueryParam("type") @DefaultValue("leads") String type,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("team") @Nullable String team,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        FollowUps.Board board = followUps.board(new Question(type, Sent.id(owner), Sent.id(team), limit, cursor));
        return JsonAnswer.ok(json -> {
            json.writeStartObject().write("total", board.total()).write("withoutNextStep", board.bare());
            JsonAnswer.write(json, board.rows(), FollowJson::write);
            json.writeEnd();
        });
    }

    /** Who is past the day of a cadence. */
    @GET
    @Path("/due")
    public Response due(
            @QueryParam("type") @DefaultValue("customers") String type,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("team") @Nullable String team,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return JsonAnswer.portion(
                followUps.due(new Question(type, Sent.id(owner), Sent.id(team), limit, cursor)), FollowJson::write);
    }

    /** Customers and how they are. */
    @GET
    @Path("/accounts")
    public Response accounts(
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("team") @Nullable String team,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        Language spoken = language.language();
        return JsonAnswer.portion(
                followUps.accounts(new Question("customers", Sent.id(owner), Sent.id(team), limit, cursor)),
                (json, one) -> FollowJson.write(json, one, spoken));
    }
}
