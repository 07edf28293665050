package org.quanhe.crm.messages.control.template;

import org.quanhe.crm.platform.LocalizedMessage;

/** Something wrong at a place of a template's text. */
record Fault(Place place, LocalizedMessage text) {
    static Fault at(Place place, String key, Object... args) {
        return new Fault(place, LocalizedMessage.of(key, args));
    }

    /** What is wrong, and where. */
    LocalizedMessage told() {
        return LocalizedMessage.of("messages.error.at", place.line(), place.column(), text);
    }
}
