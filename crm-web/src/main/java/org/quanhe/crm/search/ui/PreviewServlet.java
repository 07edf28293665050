package org.quanhe.crm.search.ui;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.ui.Contacts;
import org.quanhe.crm.activities.ui.NextStep;
import org.quanhe.crm.activities.ui.Rhythm;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.ui.Shown;
import org.quanhe.crm.records.ui.Values;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** What the search dialog shows of the hit that is chosen. */
@WebServlet("/ui/preview")
public class PreviewServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(PreviewServlet.class.getName());
    private static final int WEEKS = 26;
    private static final int LINES = 7;

    @Inject
    private transient Records records;

    @Inject
    private transient Metadata metadata;

    @Inject
    private transient Values values;

    @Inject
    private transient Contacts contacts;

    @Inject
    private transient CallerCards cards;

    @Inject
    private transient Viewer viewer;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("id");
        String name = request.getParameter("type");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        if (id == null || name == null || !id.matches("\\d{1,18}")) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            RecordTypeView type = metadata.type(name);
            RecordView record = records.open(new RecordRef(name, Long.parseLong(id)));
            write(response, type, record);
        } catch (RuntimeException failed) {
            Refusals.of(failed).orElseThrow(() -> failed);
            LOG.log(Level.FINE, "no preview", failed);
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void write(HttpServletResponse response, RecordTypeView type, RecordView record) throws IOException {
        boolean followed = type.name().equals("customers");
        long id = record.ref().id();
        NextStep next = followed ? next(type, id) : null;
        CallerCards.Card card = followed ? cards.of(type, record) : null;
        Rhythm rhythm = followed ? contacts.rhythm(records.rhythm(record.ref(), WEEKS)) : null;
        try (JsonGenerator out = Json.createGenerator(response.getWriter())) {
            out.writeStartObject().write("title", record.title()).write("followed", followed);
            out.writeStartArray("lines");
            type.fields().stream()
                    .filter(f ->
                            f.is(Use.LIST) || f.is(Use.SUBTITLE) || f.name().equals("address"))
                    .filter(f -> !f.is(Use.TITLE) && record.value(f.name()) != null)
                    .limit(LINES)
                    .forEach(f -> line(out, record, f));
            out.writeEnd();
            if (rhythm != null) {
                out.write("rhythm", rhythm.words()).write("look", rhythm.look());
                out.write("rhythmLabel", viewer.text("ui.rhythm.short"));
                out.write("viewBox", rhythm.viewBox())
                        .write("bars", rhythm.bars())
                        .write("dots", rhythm.dots());
            }
            if (card != null) {
                card(out, card, next);
            }
            if (next != null) {
                out.writeStartObject("next")
                        .write("when", next.when())
                        .write("look", next.look())
                        .write("text", next.text())
                        .writeEnd();
            }
            out.writeEnd();
        }
    }

    private void card(JsonGenerator out, CallerCards.Card card, @Nullable NextStep next) {
        out.write("addressed", card.addressed());
        if (!card.lastWhen().isEmpty()) {
            out.writeStartObject("last")
                    .write("label", viewer.text("search.call.last"))
                    .write("when", card.lastWhen())
                    .write("text", card.lastText())
                    .writeEnd();
        }
        out.writeStartArray("open");
        card.open().stream()
                .filter(step -> next == null || step.id() != next.id())
                .forEach(step -> out.writeStartObject()
                        .write("when", step.when())
                        .write("look", step.look())
                        .write("text", step.text())
                        .writeEnd());
        out.writeEnd();
    }

    private @Nullable NextStep next(RecordTypeView type, long id) {
        RecordView step = records.nextSteps(type.name(), List.of(id)).get(id);
        return step == null ? null : contacts.nextStep(step);
    }

    private void line(JsonGenerator out, RecordView record, FieldView field) {
        List<Shown> shown = values.of(record, field);
        out.writeStartObject()
                .write("label", values.label(field))
                .write("text", values.line(record, field))
                .write("href", shown.size() == 1 ? shown.get(0).href() : "")
                .writeEnd();
    }
}
