package org.quanhe.crm.records.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.quanhe.crm.records.FacetLiteral;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.search.Search;
import org.quanhe.crm.search.SearchAnswer;
import org.quanhe.crm.search.SearchQuestion;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** Values beside a list with how often they occur; a click asks for them. */
@RequestScoped
public class FacetColumn {
    private static final Logger LOG = Logger.getLogger(FacetColumn.class.getName());
    private static final int SHOWN = 6;

    @Inject
    private Search search;

    @Inject
    private ConditionWords words;

    @Inject
    private Values values;

    @Inject
    private Viewer viewer;

    List<Facet> of(RecordTypeView type, Conditions conditions, ListAddress address) {
        List<FieldView> fields = type.fieldsFor(Use.FACET);
        Map<String, Map<String, Long>> counts = counts(type, fields, conditions, address.text());
        List<Facet> facets = new ArrayList<>();
        for (FieldView field : fields) {
            List<Item> items = items(field, conditions, address, counts.getOrDefault(field.name(), Map.of()));
            if (!items.isEmpty()) {
                facets.add(new Facet(values.label(field), items));
            }
        }
        return facets;
    }

    /** The counts of a field follow all conditions but those on the field itself; negative ones are lower bounds. */
    private Map<String, Map<String, Long>> counts(
            RecordTypeView type, List<FieldView> fields, Conditions conditions, String text) {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        List<String> free = new ArrayList<>();
        for (FieldView field : fields) {
            if (conditions.chosen(field.name()).isEmpty()) {
                free.add(field.name());
            } else {
                counts.putAll(ask(type, conditions.without(field.name()), List.of(field.name()), text));
            }
        }
        if (!free.isEmpty()) {
            counts.putAll(ask(type, conditions, free, text));
        }
        return counts;
    }

    private Map<String, Map<String, Long>> ask(
            RecordTypeView type, Conditions conditions, List<String> fields, String text) {
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        try {
            SearchAnswer answer =
                    search.find(new SearchQuestion(text, List.of(type.name()), conditions.filter(), fields, 1, null));
            answer.facets().forEach((field, found) -> {
                Map<String, Long> byValue = new LinkedHashMap<>();
                // Less than all was counted: the figures are lower bounds, and say so.
                found.forEach(value -> byValue.put(value.value(), answer.exact() ? value.count() : -value.count()));
                counts.put(field, byValue);
            });
        } catch (RuntimeException failed) {
            Refusals.of(failed).orElseThrow(() -> failed);
            LOG.log(Level.FINE, "a list without counts", failed);
        }
        return counts;
    }

    private List<Item> items(FieldView field, Conditions conditions, ListAddress address, Map<String, Long> counts) {
        Map<Object, Long> shown = new LinkedHashMap<>();
        counts.entrySet().stream().limit(SHOWN).forEach(count -> FacetLiteral.of(field, count.getKey())
                .ifPresent(literal -> shown.put(literal, count.getValue())));
        conditions
                .chosen(field.name())
                .forEach(chosen -> shown.putIfAbsent(chosen, counts.getOrDefault(key(chosen), 0L)));
        List<Item> items = new ArrayList<>();
        shown.forEach((literal, count) -> items.add(new Item(
                words.literal(field, literal, Map.of()),
                told(count),
                conditions.chosen(field.name()).contains(literal),
                address.filtered(conditions.toggled(field.name(), literal).text())
                        .href())));
        return items;
    }

    private String told(long count) {
        return count < 0 ? viewer.told().number(-count) + "+" : viewer.told().number(count);
    }

    private static String key(Object literal) {
        return literal.toString();
    }

    /** A field with its most frequent values. */
    public record Facet(String label, List<Item> items) {}

    /** A value: what it says, how often it occurs, and where a click leads. */
    public record Item(String label, String count, boolean chosen, String href) {}
}
