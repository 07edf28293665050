package org.quanhe.crm.capture.ui;

import org.quanhe.crm.capture.ShownForm.ShownField;

/** How browsers are to take answers: keyboards of phones and what they fill in by themselves follow from it. */
final class InputKinds {
    private InputKinds() {}

    static String attributes(ShownField field) {
        String kind =
                switch (field.kind()) {
                    case PHONE -> " type=\"tel\" autocomplete=\"tel\"";
                    case EMAIL -> " type=\"email\" autocomplete=\"email\"";
                    case URL -> " type=\"url\" inputmode=\"url\"";
                    case NUMBER -> " inputmode=\"decimal\"";
                    case DATE -> " type=\"date\"";
                    default -> " type=\"text\"" + filled(field.name());
                };
        return field.longest() > 0 ? kind + " maxlength=\"" + field.longest() + "\"" : kind;
    }

    private static String filled(String name) {
        return switch (name) {
            case "name" -> " autocomplete=\"name\"";
            case "company" -> " autocomplete=\"organization\"";
            case "jobTitle" -> " autocomplete=\"organization-title\"";
            case "address" -> " autocomplete=\"street-address\"";
            case "city" -> " autocomplete=\"address-level2\"";
            default -> "";
        };
    }
}
