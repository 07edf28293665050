package org.quanhe.crm.records.ui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.RecordTypeView;

/** The conditions of a list that must all hold: the chips above it. */
final class Conditions {
    private final List<Filter> parts;
    private final FilterWriter writer;

    private Conditions(List<Filter> parts, FilterWriter writer) {
        this.parts = List.copyOf(parts);
        this.writer = writer;
    }

    /** Reads the text of a condition; throws CrmException INVALID if it cannot be read. */
    static Conditions parse(RecordTypeView type, String text, long me) {
        Filter filter = FilterText.parse(type, text, me);
        List<Filter> parts = filter instanceof Filter.And and ? and.parts() : List.of(filter);
        return new Conditions(parts, new FilterWriter(type, me));
    }

    List<Filter> parts() {
        return parts;
    }

    Filter filter() {
        return parts.size() == 1 ? parts.get(0) : new Filter.And(parts);
    }

    /** The text of all of them. */
    String text() {
        return writer.write(new Filter.And(parts));
    }

    Conditions with(Filter more) {
        List<Filter> all = new ArrayList<>(parts);
        all.add(more);
        return new Conditions(all, writer);
    }

    Conditions without(int index) {
        return new Conditions(
                IntStream.range(0, parts.size())
                        .filter(i -> i != index)
                        .mapToObj(parts::get)
                        .toList(),
                writer);
    }

    /** Conditions on other fields than this one: what the counts of its values follow. */
    Conditions without(String field) {
        return new Conditions(
                parts.stream().filter(part -> !choosesFrom(part, field)).toList(), writer);
    }

    /** The values of the field that are asked for. */
    Set<Object> chosen(String field) {
        Set<Object> values = new LinkedHashSet<>();
        for (Filter part : parts) {
            if (part instanceof Filter.In in && in.field().equals(field)) {
                values.addAll(in.literals());
            } else if (choosesFrom(part, field) && part instanceof Filter.Compare compare) {
                values.add(compare.literal());
            }
        }
        return values;
    }

    /** Asks for the value too, or no longer. */
    Conditions toggled(String field, Object literal) {
        Set<Object> values = chosen(field);
        if (!values.remove(literal)) {
            values.add(literal);
        }
        Conditions others = without(field);
        if (values.isEmpty()) {
            return others;
        }
        return others.with(
                values.size() == 1
                        ? Filter.eq(field, values.iterator().next())
                        : Filter.in(field, List.copyOf(values)));
    }

    private static boolean choosesFrom(Filter part, String field) {
        return part instanceof Filter.In in && in.field().equals(field)
                || part instanceof Filter.Compare compare
                        && compare.op() == Filter.Op.EQ
                        && compare.field().equals(field);
    }
}
