package org.quanhe.crm.dataquality.control.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives every column a name of its own, because a mapping is keyed by it. */
public final class ColumnNames {
    /** More columns than any table of customers has; a binary file read as text easily has them. */
    static final int MOST = 500;

    private ColumnNames() {}

    /** Column names: a nameless column is called {@code #3}, a second "Phone" becomes "Phone (2)". */
    public static List<String> of(TableRow header) {
        Set<String> used = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (String cell : header.cells()) {
            String plain = cell.isEmpty() ? "#" + (names.size() + 1) : cell.replaceAll("\\s+", " ");
            String name = plain;
            for (int n = 2; !used.add(name); n++) {
                name = plain + " (" + n + ")";
            }
            names.add(name);
        }
        return List.copyOf(names);
    }
}
