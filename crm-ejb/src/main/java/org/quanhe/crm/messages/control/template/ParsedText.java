package org.quanhe.crm.messages.control.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A template's text, read.
 *
 * @param parts its parts, as far as they could be read
 * @param faults what could not
 */
record ParsedText(List<Part> parts, List<Fault> faults) {
    /** {@code name}, or {@code owner.email} over one relation. */
    static final Pattern PATH = Pattern.compile("[A-Za-z]\\w{0,59}(\\.[A-Za-z]\\w{0,59})?");

    static ParsedText of(String text) {
        List<Fault> faults = new ArrayList<>();
        return new ParsedText(new TemplateReader(text, faults).parts(), faults);
    }
}
