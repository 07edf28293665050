package org.quanhe.crm.search.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.records.FacetLiteral;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.ui.ConditionWords;
import org.quanhe.crm.records.ui.Values;
import org.quanhe.crm.search.SearchAnswer.FacetValue;
import org.quanhe.crm.shell.ui.Viewer;

/** Values beside hits with how often they occur, and those that were chosen, in words. */
@RequestScoped
public class SearchFacets {
    private static final int SHOWN = 8;

    /** Further values are found by typing, not by reading lists. */
    private static final int MOST = 50;

    @Inject
    private ConditionWords words;

    @Inject
    private Values values;

    @Inject
    private Viewer viewer;

    /** Names of the fields of the type that hits are counted by. */
    static List<String> names(RecordTypeView type) {
        return type.fieldsFor(Use.FACET).stream().map(FieldView::name).toList();
    }

    /** What was chosen as the search takes it; values that no value of the field can be are left out. */
    static Map<String, List<Object>> literals(RecordTypeView type, SearchAddress address) {
        Map<String, List<Object>> literals = new LinkedHashMap<>();
        address.chosen().forEach((name, chosen) -> type.find(name).ifPresent(field -> {
            List<Object> some = chosen.stream()
                    .flatMap(value -> FacetLiteral.of(field, value).stream())
                    .toList();
            literals.put(name, some);
        }));
        return literals;
    }

    private static boolean reference(FieldView field) {
        return field.kind() == FieldKind.REFERENCE || field.kind() == FieldKind.REFERENCES;
    }

    /** The fields of the type that have values among the hits, each with the most frequent ones and those chosen. */
    List<Facet> of(RecordTypeView type, Map<String, List<FacetValue>> counts, SearchAddress address) {
        List<Facet> facets = new ArrayList<>();
        for (FieldView field : type.fieldsFor(Use.FACET)) {
            List<FacetValue> all = counts.getOrDefault(field.name(), List.of());
            List<Item> items = items(field, all, address);
            if (!items.isEmpty()) {
                facets.add(new Facet(field.name(), values.label(field), items, others(field, all, address)));
            }
        }
        return facets;
    }

    private List<Item> items(FieldView field, List<FacetValue> counts, SearchAddress address) {
        List<String> chosen = address.chosen().getOrDefault(field.name(), List.of());
        Map<String, FacetValue> shown = new LinkedHashMap<>();
        counts.stream().limit(SHOWN).forEach(count -> shown.put(key(field, count.value()), count));
        for (String value : chosen) {
            shown.computeIfAbsent(value, missing -> counts.stream()
                    .filter(count -> key(field, count.value()).equals(missing))
                    .findFirst()
                    .orElse(new FacetValue(missing, 0)));
        }
        List<Item> items = new ArrayList<>();
        shown.forEach((value, count) -> items.add(item(field, value, count, address)));
        return items;
    }

    /** The less frequent values, of which none is chosen. */
    private List<Item> others(FieldView field, List<FacetValue> counts, SearchAddress address) {
        List<Item> items = new ArrayList<>();
        for (FacetValue count : counts.subList(Math.min(SHOWN, counts.size()), Math.min(MOST, counts.size()))) {
            String value = key(field, count.value());
            if (!address.chosen(field.name(), value)) {
                items.add(item(field, value, count, address));
            }
        }
        return items;
    }

    private Item item(FieldView field, String value, FacetValue count, SearchAddress address) {
        return new Item(
                label(field, value),
                told(count.count(), count.exact()),
                address.chosen(field.name(), value),
                address.toggled(field.name(), value).href());
    }

    /** The value as the address carries it: of a reference its number. */
    private static String key(FieldView field, String value) {
        return reference(field) ? value.substring(value.lastIndexOf('/') + 1) : value;
    }

    private String label(FieldView field, String value) {
        return FacetLiteral.of(field, value)
                .map(literal -> words.literal(field, literal, Map.of()))
                .orElse(value);
    }

    String told(long count, boolean exact) {
        return viewer.told().number(count) + (exact ? "" : "+");
    }

    /** Each chosen value as a chip, with the address without it. */
    List<Chip> chips(RecordTypeView type, SearchAddress address) {
        List<Chip> chips = new ArrayList<>();
        address.chosen().forEach((name, chosen) -> type.find(name)
                .ifPresent(field -> chosen.forEach(value -> chips.add(new Chip(
                        values.label(field),
                        label(field, value),
                        address.toggled(name, value).href())))));
        return chips;
    }

    /** A field with its most frequent values and those chosen, and others that are shown when asked for. */
    public record Facet(String field, String label, List<Item> items, List<Item> others) {}

    /** A value: what it says, how often it occurs, and where a click leads. */
    public record Item(String label, String count, boolean chosen, String href) {}

    /** A chosen value and the address without it. */
    public record Chip(String label, String text, String removeHref) {}
}
