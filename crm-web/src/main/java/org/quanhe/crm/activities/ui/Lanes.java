package org.quanhe.crm.activities.ui;

import java.util.ArrayList;
import java.util.List;
import org.quanhe.crm.activities.ui.DayView.Block;

/** Puts side by side what takes place at once. */
final class Lanes {
    private Lanes() {}

    /** @param blocks in the order in which they begin */
    static List<Block> sideBySide(List<Block> blocks) {
        List<Block> placed = new ArrayList<>();
        List<Block> group = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int end = Integer.MIN_VALUE;
        for (Block block : blocks) {
            if (block.from() >= end) {
                close(placed, group, columns, ends.size());
                ends.clear();
            }
            int column = 0;
            while (column < ends.size() && ends.get(column) > block.from()) {
                column++;
            }
            int until = block.from() + block.length();
            if (column == ends.size()) {
                ends.add(until);
            } else {
                ends.set(column, until);
            }
            group.add(block);
            columns.add(column);
            end = Math.max(end, until);
        }
        close(placed, group, columns, ends.size());
        return placed;
    }

    private static void close(List<Block> placed, List<Block> group, List<Integer> columns, int lanes) {
        for (int i = 0; i < group.size(); i++) {
            placed.add(group.get(i).at(columns.get(i), lanes));
        }
        group.clear();
        columns.clear();
    }
}
