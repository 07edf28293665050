package org.quanhe.crm.search.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.ui.NameLanguage;
import org.quanhe.crm.records.ui.Shown;
import org.quanhe.crm.records.ui.Values;
import org.quanhe.crm.search.SearchAnswer.Highlight;
import org.quanhe.crm.search.SearchAnswer.Hit;
import org.quanhe.crm.search.SearchAnswer.Mark;
import org.quanhe.crm.shell.ui.Initials;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Viewer;

/** Tells hits to the viewer: marked texts in their own spelling, labels instead of codes. */
@RequestScoped
public class HitLines {
    private static final List<String> PEOPLE = List.of("customers", "users");
    private static final int MOST_LINES = 3;

    @Inject
    private Values values;

    @Inject
    private Viewer viewer;

    HitLine of(Hit hit, RecordTypeView type, String typed) {
        String name = hit.title().isBlank() ? viewer.text("ui.untitled") : hit.title();
        boolean person = PEOPLE.contains(type.name());
        long id = hit.ref().id();
        return new HitLine(
                type.name(),
                id,
                Links.record(type.name(), id),
                hit.highlights().stream()
                        .filter(highlight -> highlight.field().equals("title"))
                        .findFirst()
                        .map(HitLines::pieces)
                        .orElseGet(() -> List.of(new HitLine.Piece(name, false))),
                name,
                NameLanguage.of(name, viewer.language()),
                person ? "qh-avatar " + Initials.colour(id) : "qh-avatar",
                person ? Initials.of(name) : "",
                type.icon(),
                lines(hit, type),
                tags(hit, type),
                "explain.xhtml?q=" + Links.encode(typed) + "&type=" + Links.encode(type.name()) + "&id=" + id);
    }

    private List<HitLine.Line> lines(Hit hit, RecordTypeView type) {
        List<HitLine.Line> lines = new ArrayList<>();
        List<Mark> below = new ArrayList<>();
        for (Highlight highlight : hit.highlights()) {
            boolean name = highlight.field().equals("title") || highlight.text().equals(hit.title());
            int at = hit.subtitle().indexOf(highlight.text());
            if (name || highlight.marks().isEmpty()) {
                continue;
            }
            if (at >= 0) {
                highlight.marks().forEach(mark -> below.add(new Mark(at + mark.start(), at + mark.end())));
            } else if (lines.size() < MOST_LINES) {
                String label = type.find(highlight.field()).map(values::label).orElse("");
                lines.add(new HitLine.Line(label, pieces(highlight)));
            }
        }
        if (!hit.subtitle().isBlank()) {
            lines.add(0, new HitLine.Line("", pieces(new Highlight("", hit.subtitle(), apart(below)))));
        }
        return lines;
    }

    /** In order and without overlap: the same text may be found in two fields. */
    private static List<Mark> apart(List<Mark> marks) {
        List<Mark> apart = new ArrayList<>();
        marks.stream().sorted(Comparator.comparing(Mark::start)).forEach(mark -> {
            int end = apart.isEmpty() ? 0 : apart.get(apart.size() - 1).end();
            if (mark.start() >= end) {
                apart.add(mark);
            }
        });
        return apart;
    }

    /** Choices that lists show and hits are counted by. */
    private List<HitLine.Tag> tags(Hit hit, RecordTypeView type) {
        Map<String, String> stored = hit.values();
        return type.fields().stream()
                .filter(field -> field.kind() == FieldKind.CHOICE && field.is(Use.FACET) && field.is(Use.LIST))
                .filter(field -> stored.containsKey(field.name()))
                .map(field -> tag(field, stored.get(field.name())))
                .toList();
    }

    private HitLine.Tag tag(FieldView field, String code) {
        Shown shown = values.tag(field, code);
        return new HitLine.Tag(shown.text(), shown.look());
    }

    static List<HitLine.Piece> pieces(Highlight highlight) {
        List<HitLine.Piece> pieces = new ArrayList<>();
        String text = highlight.text();
        int from = 0;
        for (Mark mark : highlight.marks()) {
            if (mark.start() > from) {
                pieces.add(new HitLine.Piece(text.substring(from, mark.start()), false));
            }
            pieces.add(new HitLine.Piece(text.substring(mark.start(), mark.end()), true));
            from = mark.end();
        }
        if (from < text.length()) {
            pieces.add(new HitLine.Piece(text.substring(from), false));
        }
        return pieces;
    }
}
