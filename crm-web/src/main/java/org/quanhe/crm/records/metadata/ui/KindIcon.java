package org.quanhe.crm.records.metadata.ui;

import org.quanhe.crm.records.FieldKind;

/** The icon beside a field. */
final class KindIcon {
    private KindIcon() {}

    static String of(FieldKind kind) {
        return switch (kind) {
            case NUMBER -> "pi-hashtag";
            case MONEY -> "pi-money-bill";
            case DATE, DATE_TIME -> "pi-calendar";
            case YES_NO -> "pi-check-square";
            case CHOICE, CHOICES -> "pi-list";
            case REFERENCE, REFERENCES -> "pi-link";
            case PHONE, PHONES -> "pi-phone";
            case EMAIL, EMAILS -> "pi-envelope";
            case URL, LINKS -> "pi-globe";
            case ADDRESSES -> "pi-map-marker";
            case LONG_TEXT -> "pi-file";
            default -> "pi-align-left";
        };
    }
}
