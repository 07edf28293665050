package org.quanhe.crm.shell.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Portion;

/**
 * The foot of a list that comes in portions: which of them are shown, and where it goes on. The place stands in the
 * page's address, so that it can be gone back to.
 *
 * @param range such as "51–100", with how many there are where that is known
 * @param firstHref where the list begins; empty there
 * @param nextHref where it goes on; empty at its end
 */
public record Pager(String range, String firstHref, String nextHref) {
    /** Rows of a portion, as of every list. */
    public static final int ROWS = 50;

    /** The foot of a list that is shown as a whole. */
    public static final Pager NONE = new Pager("", "", "");

    private static final String CURSOR = "cursor";
    private static final String FROM = "from";

    /** The list does not end with what is shown, or does not begin with it. */
    public boolean needed() {
        return !firstHref.isEmpty() || !nextHref.isEmpty();
    }

    /** The place that the address asks for, null for the beginning. */
    public static @Nullable String place(HttpServletRequest request) {
        return request.getParameter(CURSOR);
    }

    /** @param here address of the list's beginning */
    public static Pager of(HttpServletRequest request, Viewer viewer, String here, Portion<?> shown) {
        return of(request, viewer, here, shown, null);
    }

    /** @param total how many there are in all, null where only the end tells */
    public static Pager of(
            HttpServletRequest request, Viewer viewer, String here, Portion<?> shown, @Nullable Long total) {
        String cursor = place(request);
        String told = request.getParameter(FROM);
        long before = told != null && told.matches("\\d{1,9}") ? Long.parseLong(told) : 0;
        long last = before + shown.items().size();
        String next = shown.next();
        Long all = total == null && next == null ? Long.valueOf(last) : total;
        return new Pager(
                range(viewer, Math.min(before + 1, last), last, all),
                cursor == null || cursor.isEmpty() ? "" : here,
                next == null
                        ? ""
                        : here + (here.contains("?") ? "&" : "?") + CURSOR + "=" + Links.encode(next) + "&" + FROM + "="
                                + last);
    }

    private static String range(Viewer viewer, long first, long last, @Nullable Long all) {
        String from = viewer.told().number(first);
        String to = viewer.told().number(last);
        return all == null
                ? from + "–" + to
                : viewer.text("ui.list.range", from, to, viewer.told().number(all));
    }
}
