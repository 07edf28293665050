package org.quanhe.crm.messages.control.template;

/**
 * A place in a template's text.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
record Place(int line, int column) {
    static Place of(String text, int at) {
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int line = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        return new Place(line, 1 + text.codePointCount(start, at));
    }
}
