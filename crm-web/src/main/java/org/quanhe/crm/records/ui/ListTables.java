package org.quanhe.crm.records.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.activities.ui.Contacts;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.RecordPage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.ui.TableView.Cell;
import org.quanhe.crm.records.ui.TableView.Column;
import org.quanhe.crm.records.ui.TableView.Row;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Viewer;

/** Makes tables of pages of records. */
@RequestScoped
public class ListTables {
    private static final String CUSTOMERS = "customers";
    private static final int WEEKS = 26;
    private static final int CHECKBOX = 40;
    private static final int NAME = 200;
    private static final int RHYTHM = 104;
    private static final int NEXT = 220;
    private static final int OWNER = 140;

    /** Steps of the widths at which columns step back, as in the style sheet. */
    private static final int STEP = 25;

    @Inject
    private Records records;

    @Inject
    private Values values;

    @Inject
    private Contacts contacts;

    @Inject
    private Viewer viewer;

    TableView of(RecordTypeView type, List<FieldView> fields, RecordPage page, ListAddress address, String sort) {
        FieldView title = type.titleField();
        List<FieldView> others =
                fields.stream().filter(field -> !field.equals(title)).toList();
        boolean followed = type.name().equals(CUSTOMERS);
        String order = sort.isEmpty() ? type.defaultSort() : sort;
        List<Column> columns = new ArrayList<>();
        columns.add(column(title, "c-title", NAME, address, order));
        PhonePlaces places = new PhonePlaces(followed);
        boolean chosen = !address.columns().isEmpty();
        int needed = CHECKBOX + NAME + (followed ? RHYTHM + NEXT + OWNER : 0);
        for (FieldView field : others) {
            if (followed && field.name().equals("owner")) {
                addContact(columns);
            }
            boolean kept = chosen || followed && field.name().equals("owner");
            needed += kept ? 0 : width(field);
            String fit = kept ? "" : " fit-" + (needed + STEP - 1) / STEP;
            columns.add(column(field, look(field) + fit + places.next(field), width(field), address, order));
        }
        if (followed && columns.size() == others.size() + 1) {
            addContact(columns);
        }
        List<Row> rows = followed ? followedRows(type, others, page.items()) : rows(type, others, page.items());
        int width = chosen ? CHECKBOX + columns.stream().mapToInt(Column::width).sum() : 0;
        return new TableView(columns, rows, true, width);
    }

    private void addContact(List<Column> columns) {
        columns.add(new Column(viewer.text("ui.rhythm.head", WEEKS), "w-rhythm p-start", RHYTHM, "", ""));
        columns.add(new Column(viewer.text("ui.next"), "w-next p-line", NEXT, "", ""));
    }

    private List<Row> rows(RecordTypeView type, List<FieldView> fields, List<RecordView> items) {
        return items.stream()
                .map(record -> row(
                        type,
                        record,
                        fields.stream()
                                .map(field -> (Cell) new Cell.Values(values.of(record, field)))
                                .toList()))
                .toList();
    }

    private List<Row> followedRows(RecordTypeView type, List<FieldView> fields, List<RecordView> items) {
        List<Long> ids = items.stream().map(record -> record.ref().id()).toList();
        Map<Long, List<Integer>> rhythms = ids.isEmpty() ? Map.of() : records.rhythms(type.name(), ids, WEEKS);
        Map<Long, RecordView> steps = ids.isEmpty() ? Map.of() : records.nextSteps(type.name(), ids);
        String none = viewer.text("ui.next.none");
        List<Row> rows = new ArrayList<>();
        for (RecordView record : items) {
            long id = record.ref().id();
            List<Integer> weeks = rhythms.get(id);
            RecordView step = steps.get(id);
            Cell strip = new Cell.Weeks(weeks == null ? null : contacts.rhythm(weeks));
            Cell next = new Cell.Next(step == null ? null : contacts.nextStep(step), none);
            List<Cell> cells = new ArrayList<>();
            boolean placed = false;
            for (FieldView field : fields) {
                if (field.name().equals("owner")) {
                    cells.addAll(List.of(strip, next));
                    placed = true;
                }
                cells.add(new Cell.Values(values.of(record, field)));
            }
            if (!placed) {
                cells.addAll(List.of(strip, next));
            }
            rows.add(row(type, record, cells));
        }
        return rows;
    }

    private Row row(RecordTypeView type, RecordView record, List<Cell> cells) {
        String title = record.title().isBlank() ? viewer.text("ui.untitled") : record.title();
        return new Row(
                record.ref().id(),
                title,
                Links.record(type.name(), record.ref().id()),
                NameLanguage.of(title, viewer.language()),
                cells);
    }

    private Column column(FieldView field, String look, int width, ListAddress address, String order) {
        String name = field.name();
        boolean up = order.equals(name);
        boolean down = order.equals("-" + name);
        String href =
                field.is(Use.SORTABLE) ? address.sorted(up ? "-" + name : name).href() : "";
        return new Column(values.label(field), look, width, href, up ? "ascending" : down ? "descending" : "");
    }

    private static String look(FieldView field) {
        return switch (width(field)) {
            case 96 -> Values.numeric(field) ? "w-s num" : "w-s";
            case 120 -> Values.numeric(field) ? "w-m num" : "w-m";
            case OWNER -> "w-own";
            case 136 -> "w-tel";
            default -> "w-l";
        };
    }

    private static int width(FieldView field) {
        if (field.target().equals("users")) {
            return OWNER;
        }
        return switch (field.kind()) {
            case NUMBER, YES_NO, DATE -> 96;
            case TEXT, MONEY, CHOICE, REFERENCE -> 120;
            case PHONE -> 136;
            default -> 152;
        };
    }

    /** Titles of records that rows of the page point to. */
    Map<String, String> referenceTitles(RecordPage page) {
        Map<String, String> titles = new HashMap<>();
        page.items().forEach(record -> titles.putAll(record.referenceTitles()));
        return titles;
    }

    /** Which columns find a place on the card that a row becomes on a phone: a tag, a line, and the two ends below. */
    private static final class PhonePlaces {
        private boolean tag;
        private boolean line;
        private boolean start;
        private boolean end;

        PhonePlaces(boolean followed) {
            line = followed;
            start = followed;
        }

        String next(FieldView field) {
            if (!tag && field.kind() == FieldKind.CHOICE) {
                tag = true;
                return " p-tag";
            }
            if (!end && field.target().equals("users")) {
                end = true;
                return " p-end";
            }
            if (!line) {
                line = true;
                return " p-line";
            }
            if (!start) {
                start = true;
                return " p-start";
            }
            return "";
        }
    }
}
