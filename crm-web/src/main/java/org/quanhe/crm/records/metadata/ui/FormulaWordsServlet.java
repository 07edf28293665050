package org.quanhe.crm.records.metadata.ui;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.metadata.FormulaField;
import org.quanhe.crm.records.metadata.FormulaFunction;
import org.quanhe.crm.records.metadata.FormulaOffer;
import org.quanhe.crm.records.metadata.FormulaWords;
import org.quanhe.crm.records.metadata.FormulaWords.Place;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/**
 * What may stand in a formula: the fields of its type, or those behind {@code way}, or what is found by {@code words}.
 * Types and fields are as the administrator's draft makes them; conditions ({@code of=condition}) take them as they
 * are.
 */
@WebServlet("/ui/words")
public class FormulaWordsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient FormulaWords words;

    @Inject
    private transient DraftInHand hand;

    @Inject
    private transient Viewer viewer;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FormulaOffer offer;
        try {
            offer = offer(request);
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            response.setStatus(
                    refusal.kind() == CrmException.Kind.FORBIDDEN
                            ? HttpServletResponse.SC_FORBIDDEN
                            : HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        try (JsonGenerator out = Json.createGenerator(response.getWriter())) {
            out.writeStartObject().write("more", offer.more()).writeStartArray("fields");
            offer.fields().forEach(field -> write(out, field));
            out.writeEnd().writeStartArray("functions");
            offer.functions().forEach(function -> write(out, function));
            out.writeEnd().writeEnd();
        }
    }

    private FormulaOffer offer(HttpServletRequest request) {
        boolean condition = parameter(request, "of").equals("condition");
        Place place =
                new Place(condition ? null : hand.model(), parameter(request, "type"), parameter(request, "field"));
        String sought = parameter(request, "words").strip();
        String way = parameter(request, "way");
        return sought.isEmpty()
                ? words.offered(place, way.isEmpty() ? List.of() : List.of(way.split("\\.")), viewer.language())
                : words.found(place, sought, viewer.language());
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private void write(JsonGenerator out, FormulaField field) {
        out.writeStartObject()
                .write("path", field.path())
                .write("label", field.label())
                .write("way", String.join(" › ", field.labels()))
                .write("kind", viewer.text("records.kind." + field.kind().name()))
                .write("icon", KindIcon.of(field.kind()))
                .write("leadsOn", field.leadsOn())
                .writeStartArray("choices");
        field.choices().forEach(choice -> out.writeStartObject()
                .write("path", choice.written())
                .write("label", choice.label())
                .writeEnd());
        out.writeEnd().writeEnd();
    }

    private void write(JsonGenerator out, FormulaFunction function) {
        out.writeStartObject()
                .write("before", function.before())
                .write("slot", function.slot())
                .write("behind", function.behind())
                .write("told", viewer.text(function.textKey()))
                .writeEnd();
    }
}
