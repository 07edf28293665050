package org.quanhe.crm.records;

import java.util.List;
import java.util.Optional;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * The form of a record type as somebody sees it: every field that they may read and that is not hidden, once.
 *
 * @param sections in order
 * @param deciding names of fields whose values decide how others stand on the form
 */
public record FormView(List<Section> sections, List<String> deciding) {
    public FormView {
        sections = List.copyOf(sections);
        deciding = List.copyOf(deciding);
    }

    /**
     * Fields that stand together.
     *
     * @param heading what stands above them, empty for nothing
     * @param tab a tab begins here
     * @param columns fields beside each other on a wide screen
     * @param folded closed on a phone until it is asked for
     * @param fields in order
     */
    public record Section(
            Optional<LocalizedMessage> heading, boolean tab, int columns, boolean folded, List<FieldView> fields) {
        public Section {
            fields = List.copyOf(fields);
        }
    }

    /** All fields, in the order of the form. */
    public List<FieldView> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }
}
