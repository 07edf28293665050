package org.quanhe.crm.records.metadata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How the form of a record type is laid out. What is neither placed nor hidden stands at its end: a field that is added
 * later is on every form.
 *
 * @param role code of the role that sees it so, empty for everybody who has no layout of their own
 * @param sections in order
 * @param hidden names of fields that are not on the form
 */
public record LayoutModel(String role, List<SectionModel> sections, Set<String> hidden) {
    public LayoutModel {
        sections = List.copyOf(sections);
        hidden = Collections.unmodifiableSet(new LinkedHashSet<>(hidden));
    }

    /** Names of all fields that it speaks of. */
    public List<String> fields() {
        List<String> all = new ArrayList<>();
        sections.forEach(section -> all.addAll(section.fields()));
        all.addAll(hidden);
        return all;
    }

    /** The same layout for a field of another name. */
    public LayoutModel renamed(String name, String fresh) {
        Set<String> others = new LinkedHashSet<>();
        hidden.forEach(field -> others.add(field.equals(name) ? fresh : field));
        return new LayoutModel(
                role,
                sections.stream().map(section -> section.renamed(name, fresh)).toList(),
                others);
    }
}
