package org.quanhe.crm.records.ui;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.ui.NextStep;
import org.quanhe.crm.activities.ui.Rhythm;

/**
 * Writes a {@link TableView}. A component and no markup, because lists are what people open most: fifty rows of nested
 * repeats cost four times the processor time of this.
 */
@FacesComponent(
        value = "org.quanhe.crm.RecordTable",
        createTag = true,
        tagName = "recordTable",
        namespace = "http://quanhe.org/ui")
public class RecordTable extends UIComponentBase {
    private static final int STEP = 100;

    @Override
    public String getFamily() {
        return "org.quanhe.crm";
    }

    @Override
    public void encodeEnd(FacesContext faces) throws IOException {
        if (isRendered() && getAttributes().get("value") instanceof TableView table) {
            ResponseWriter out = faces.getResponseWriter();
            out.startElement("table", this);
            out.writeAttribute("class", "qh-table mw-" + (table.width() + STEP - 1) / STEP, null);
            out.writeAttribute("id", "rows", null);
            heads(out, table);
            out.startElement("tbody", null);
            for (TableView.Row row : table.rows()) {
                row(out, table, row);
            }
            out.endElement("tbody");
            out.endElement("table");
        }
    }

    private void heads(ResponseWriter out, TableView table) throws IOException {
        out.startElement("thead", null);
        out.startElement("tr", null);
        if (table.selectable()) {
            start(out, "th", "c-sel");
            checkbox(out, "all", "", text("selectAll"));
            out.endElement("th");
        }
        for (TableView.Column column : table.columns()) {
            start(out, "th", column.look());
            out.writeAttribute("scope", "col", null);
            if (!column.sorted().isEmpty()) {
                out.writeAttribute("aria-sort", column.sorted(), null);
            }
            if (column.sortHref().isEmpty()) {
                out.writeText(column.label(), null);
            } else {
                out.startElement("a", null);
                out.writeAttribute("href", column.sortHref(), null);
                out.writeText(column.label(), null);
                if (!column.sorted().isEmpty()) {
                    icon(out, column.sorted().equals("ascending") ? "pi-arrow-up" : "pi-arrow-down");
                }
                out.endElement("a");
            }
            out.endElement("th");
        }
        out.endElement("tr");
        out.endElement("thead");
    }

    private void row(ResponseWriter out, TableView table, TableView.Row row) throws IOException {
        out.startElement("tr", null);
        out.writeAttribute("data-id", row.id(), null);
        if (table.selectable()) {
            start(out, "td", "c-sel");
            checkbox(out, "sel", Long.toString(row.id()), row.title());
            out.endElement("td");
        }
        start(out, "td", table.columns().get(0).look());
        link(out, row.href(), row.title(), row.lang());
        out.endElement("td");
        for (int i = 0; i < row.cells().size(); i++) {
            start(out, "td", table.columns().get(i + 1).look());
            cell(out, row.cells().get(i));
            out.endElement("td");
        }
        out.endElement("tr");
    }

    private void cell(ResponseWriter out, TableView.Cell cell) throws IOException {
        if (cell instanceof TableView.Cell.Values values) {
            values(out, values.values());
        } else if (cell instanceof TableView.Cell.Weeks weeks && weeks.rhythm() != null) {
            rhythm(out, weeks.rhythm());
        } else if (cell instanceof TableView.Cell.Next next) {
            next(out, next.step(), next.none());
        }
    }

    private void values(ResponseWriter out, List<Shown> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            Shown value = values.get(i);
            if (i > 0) {
                out.write(value.isTag() ? " " : ", ");
            }
            if (value.isPerson()) {
                start(out, "span", "qh-person");
                out.writeAttribute("title", value.text(), null);
                start(out, "span", "qh-avatar " + value.colour());
                out.writeAttribute("aria-hidden", "true", null);
                out.writeText(value.initials(), null);
                out.endElement("span");
                span(out, "qh-cut", value.shortText());
                out.endElement("span");
            } else if (value.isTag()) {
                span(out, value.look(), value.text());
            } else if (value.isLink()) {
                link(out, value.href(), value.text(), null);
            } else {
                out.startElement("span", null);
                out.writeAttribute("title", value.text(), null);
                out.writeText(value.text(), null);
                out.endElement("span");
            }
        }
    }

    private static void rhythm(ResponseWriter out, Rhythm rhythm) throws IOException {
        start(out, "svg", rhythm.look());
        out.writeAttribute("viewBox", rhythm.viewBox(), null);
        out.writeAttribute("role", "img", null);
        out.writeAttribute("aria-label", rhythm.words(), null);
        // Numbers and letters of our own: nothing to escape.
        out.write("<path d=\"" + rhythm.bars() + "\"/><path class=\"d\" d=\"" + rhythm.dots() + "\"/>");
        out.endElement("svg");
    }

    private static void next(ResponseWriter out, @Nullable NextStep step, String none) throws IOException {
        if (step == null) {
            span(out, "qh-quiet", none);
            return;
        }
        if (!step.when().isEmpty()) {
            start(out, "span", step.look());
            out.writeAttribute("title", step.full(), null);
            out.writeText(step.when(), null);
            out.endElement("span");
        }
        out.startElement("span", null);
        out.writeAttribute("title", step.text(), null);
        out.writeText(step.text(), null);
        out.endElement("span");
    }

    private static void link(ResponseWriter out, String href, String text, @Nullable String lang) throws IOException {
        out.startElement("a", null);
        out.writeAttribute("href", href, null);
        out.writeAttribute("title", text, null);
        if (lang != null) {
            out.writeAttribute("lang", lang, null);
        }
        out.writeText(text, null);
        out.endElement("a");
    }

    private static void checkbox(ResponseWriter out, String name, String value, String label) throws IOException {
        out.startElement("input", null);
        out.writeAttribute("type", "checkbox", null);
        out.writeAttribute("name", name, null);
        out.writeAttribute("value", value, null);
        out.writeAttribute("aria-label", label, null);
        out.endElement("input");
    }

    private static void icon(ResponseWriter out, String look) throws IOException {
        start(out, "i", "pi " + look);
        out.writeAttribute("aria-hidden", "true", null);
        out.endElement("i");
    }

    private static void span(ResponseWriter out, String look, String text) throws IOException {
        start(out, "span", look);
        out.writeText(text, null);
        out.endElement("span");
    }

    private static void start(ResponseWriter out, String element, String look) throws IOException {
        out.startElement(element, null);
        out.writeAttribute("class", look, null);
    }

    private String text(String attribute) {
        Object text = getAttributes().get(attribute);
        return text == null ? "" : text.toString();
    }
}
