package org.quanhe.crm.dataquality.control.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Texts of cells as they are worked with: composed letters, no blanks at either end, no invisible marks. */
final class CellText {
    private CellText() {}

    /** The cells of a CSV row, guards against formulas taken away. */
    static List<String> restored(String[] cells) {
        List<String> clean = new ArrayList<>(cells.length);
        for (String cell : cells) {
            clean.add(FormulaGuard.restore(clean(cell)));
        }
        return clean;
    }

    static String clean(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) > 127) {
                return Normalizer.normalize(cell, Normalizer.Form.NFC)
                        .replace('\u00A0', ' ')
                        .replace("\uFEFF", "")
                        .replace("\u200B", "")
                        .strip();
            }
        }
        return cell.strip();
    }
}
