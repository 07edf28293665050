package org.quanhe.crm.messages.control.template;

import java.util.List;

/** A part of a template's text. */
sealed interface Part {
    /** Text that stands as it is. */
    record Literal(String text) implements Part {}

    /** A value, {@code {{owner.email}}}. */
    record Value(String path, Place place) implements Part {}

    /** One of two texts, {@code {{#if condition}}…{{else}}…{{/if}}}. */
    record Choice(String condition, Place place, List<Part> then, List<Part> otherwise) implements Part {}
}
