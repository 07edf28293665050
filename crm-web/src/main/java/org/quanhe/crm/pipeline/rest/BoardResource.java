package org.quanhe.crm.pipeline.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.quanhe.crm.pipeline.Board;
import org.quanhe.crm.pipeline.PipelineReports;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.RequestLanguage;

/** {@code /pipelines/{code}/board}: open opportunities by stage. */
@Path("/pipelines/{code}/board")
public class BoardResource {
    private static final int CARDS = 20;

    @Inject
    private PipelineReports reports;

    @Inject
    private Asked asked;

    @Inject
    private RequestLanguage language;

    @GET
    public Response board(@PathParam("code") String code) {
        Board board = reports.board(new Board.Question(
                code, asked.whose(), asked.yes("stuck"), asked.yes("withoutNextStep"), asked.count("cards", CARDS)));
        Language spoken = language.language();
        return JsonAnswer.ok(json -> PipelineJson.write(json, board, spoken));
    }
}
