package org.quanhe.crm.automation.ui;

import java.util.List;
import org.quanhe.crm.automation.ui.AutomationPage.Option;

/**
 * How values of some fields are put in.
 *
 * @param type record type
 * @param fields names of the fields, with a blank between
 * @param drawn select, date or text
 * @param options what can be chosen
 */
public record ValueInput(String type, String fields, String drawn, List<Option> options) {
    static final String SELECT = "select";
    static final String DATE = "date";

    /** As text: all that is not chosen, and what is put together from fields of the record. */
    static final ValueInput TEXT = new ValueInput("", "", "text", List.of());

    /**
     * A field and its value as they are drawn.
     *
     * @param as text or json, as the value stands in the document; empty for a new row
     */
    public record Row(String field, String value, String as, ValueInput input) {}

    boolean isFor(String field) {
        return List.of(fields.split(" ")).contains(field);
    }
}
