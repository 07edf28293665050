package org.quanhe.crm.activities.ui;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.quanhe.crm.activities.Calendar;
import org.quanhe.crm.activities.Proposal;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.shell.ui.Viewer;

/**
 * While something is planned: {@code ?at=2027-02-06T09:00} tells whether people work then, {@code ?q=…} who is meant.
 */
@WebServlet("/ui/proposal")
public class ProposalServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int NAMES = 8;

    @Inject
    private transient Calendar calendar;

    @Inject
    private transient Records records;

    @Inject
    private transient Viewer viewer;

    /** Why nobody works then. */
    static String why(Viewer viewer, Proposal proposal) {
        return proposal.holiday().isEmpty()
                ? viewer.text("activities.page.free")
                : viewer.text("activities.page.holiday", proposal.holiday());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String words = Objects.requireNonNullElse(request.getParameter("q"), "").strip();
        JsonObjectBuilder answer = Json.createObjectBuilder();
        if (words.isEmpty()) {
            propose(Objects.requireNonNullElse(request.getParameter("at"), ""), answer);
        } else {
            JsonArrayBuilder names = Json.createArrayBuilder();
            records.list(ListQuery.of("customers").withText(words).limitedTo(NAMES))
                    .items()
                    .forEach(one -> names.add(
                            Json.createObjectBuilder().add("id", one.ref().id()).add("name", one.title())));
            answer.add("names", names);
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(answer.build().toString());
    }

    private void propose(String wanted, JsonObjectBuilder answer) {
        try {
            Proposal proposal = calendar.proposal(
                    LocalDateTime.parse(wanted).atZone(viewer.told().zone()).toInstant());
            ZonedDateTime at = proposal.at().atZone(viewer.told().zone());
            answer.add("works", proposal.works());
            if (!proposal.works()) {
                answer.add("why", why(viewer, proposal))
                        .add("date", at.toLocalDate().toString())
                        .add(
                                "time",
                                at.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString())
                        .add(
                                "words",
                                viewer.text(
                                        "activities.page.propose", viewer.told().dateTime(proposal.at())));
            }
        } catch (DateTimeException unreadable) {
            answer.add("works", true);
        }
    }
}
