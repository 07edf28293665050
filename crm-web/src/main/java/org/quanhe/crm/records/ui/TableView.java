package org.quanhe.crm.records.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.ui.NextStep;
import org.quanhe.crm.activities.ui.Rhythm;

/**
 * A table of records, ready to be written.
 *
 * @param columns heads, the first one is the name
 * @param rows records
 * @param selectable rows can be chosen
 * @param width least width in pixels, 0 where columns step back instead
 */
public record TableView(List<Column> columns, List<Row> rows, boolean selectable, int width) {

    /**
     * A head.
     *
     * @param label what it says
     * @param look classes of head and cells
     * @param width in pixels
     * @param sortHref where a click on it leads, empty if lists cannot be ordered by it
     * @param sorted {@code ascending}, {@code descending}, or empty
     */
    public record Column(String label, String look, int width, String sortHref, String sorted) {}

    /**
     * A record.
     *
     * @param id its number
     * @param title its name
     * @param href its page
     * @param lang language of the name where it is not the page's, else null
     * @param cells what stands behind the name
     */
    public record Row(
            long id, String title, String href, @Nullable String lang, List<Cell> cells) {}

    /** What stands in a cell. */
    public sealed interface Cell {
        record Values(List<Shown> values) implements Cell {}

        record Weeks(@Nullable Rhythm rhythm) implements Cell {}

        record Next(@Nullable NextStep step, String none) implements Cell {}
    }
}
