package org.quanhe.crm.messages.control.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a template's text; goes on behind a fault, so that all of them are told at once. */
final class TemplateReader {
    private static final int DEEPEST = 20;
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final String IF = "#if";
    private static final String ELSE = "else";
    private static final String END = "/if";

    private final String text;
    private final List<Fault> faults;
    private int at;
    private int depth;

    /**
     * What stands between braces.
     *
     * @param start where it begins; with the line, if it stands on one of its own and gives no value
     * @param end where the text behind it begins
     */
    private record Tag(String content, Place place, int start, int end) {}

    TemplateReader(String text, List<Fault> faults) {
        this.text = text;
        this.faults = faults;
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        Tag stray = until(parts);
        while (stray != null) {
            faults.add(Fault.at(stray.place(), "messages.error.stray", stray.content()));
            stray = until(parts);
        }
        return parts;
    }

    /** Adds parts up to an {@code else} or {@code /if}, which is returned; null at the end of the text. */
    private @Nullable Tag until(List<Part> parts) {
        while (at < text.length()) {
            Tag tag = next();
            literal(parts, tag == null ? text.length() : tag.start());
            if (tag == null) {
                at = text.length();
                return null;
            }
            at = tag.end();
            if (tag.content().equals(ELSE) || tag.content().equals(END)) {
                return tag;
            }
            if (tag.content().startsWith(IF)) {
                parts.add(choice(tag));
            } else if (ParsedText.PATH.matcher(tag.content()).matches()) {
                parts.add(new Part.Value(tag.content(), tag.place()));
            } else {
                faults.add(Fault.at(tag.place(), "messages.error.noPath", shortened(tag.content())));
            }
        }
        return null;
    }

    private void literal(List<Part> parts, int end) {
        if (end > at) {
            parts.add(new Part.Literal(text.substring(at, end)));
        }
    }

    private Part choice(Tag tag) {
        String condition = tag.content().substring(IF.length()).strip();
        if (condition.isEmpty()) {
            faults.add(Fault.at(tag.place(), "messages.error.noCondition"));
        }
        List<Part> then = new ArrayList<>();
        List<Part> otherwise = new ArrayList<>();
        if (++depth > DEEPEST) {
            faults.add(Fault.at(tag.place(), "messages.error.tooDeep", DEEPEST));
            at = text.length();
        } else {
            Tag end = until(then);
            if (end != null && end.content().equals(ELSE)) {
                end = until(otherwise);
                while (end != null && end.content().equals(ELSE)) {
                    faults.add(Fault.at(end.place(), "messages.error.stray", ELSE));
                    end = until(otherwise);
                }
            }
            if (end == null) {
                faults.add(Fault.at(tag.place(), "messages.error.noEnd"));
            }
        }
        depth--;
        return new Part.Choice(condition, tag.place(), then, otherwise);
    }

    private @Nullable Tag next() {
        int open = text.indexOf(OPEN, at);
        if (open < 0) {
            return null;
        }
        int close = text.indexOf(CLOSE, open);
        Place place = Place.of(text, open);
        if (close < 0) {
            faults.add(Fault.at(place, "messages.error.notClosed"));
            return null;
        }
        String content = text.substring(open + OPEN.length(), close).strip();
        int end = close + CLOSE.length();
        boolean block = content.startsWith(IF) || content.equals(ELSE) || content.equals(END);
        int lineStart = Math.max(at, text.lastIndexOf('\n', open) + 1);
        int lineEnd = text.indexOf('\n', end);
        boolean alone = block
                && (lineStart == 0 || text.charAt(lineStart - 1) == '\n')
                && text.substring(lineStart, open).isBlank()
                && text.substring(end, lineEnd < 0 ? text.length() : lineEnd).isBlank();
        return alone
                ? new Tag(content, place, lineStart, lineEnd < 0 ? text.length() : lineEnd + 1)
                : new Tag(content, place, open, end);
    }

    private static String shortened(String content) {
        return content.length() > 60 ? content.substring(0, 60) + "…" : content;
    }
}
