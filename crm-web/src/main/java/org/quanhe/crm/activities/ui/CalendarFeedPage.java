package org.quanhe.crm.activities.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.CalendarFeeds;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** The secret address of the viewer's calendar. */
@Named
@RequestScoped
public class CalendarFeedPage {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    @Inject
    private CalendarFeeds feeds;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private String address = "";

    /** The page shows it this once. */
    public @Nullable String renew() {
        int port = request.getServerPort();
        String host = request.getServerName() + (port == HTTP || port == HTTPS ? "" : ":" + port);
        address = request.getScheme() + "://" + host + request.getContextPath() + "/feed/" + feeds.renew() + ".ics";
        return null;
    }

    public String withdraw() {
        feeds.withdraw();
        toasts.say(viewer.text("activities.page.feed.withdrawn"));
        return "/calendarfeed.xhtml?faces-redirect=true";
    }

    public String getAddress() {
        return address;
    }

    /** Since when there is one, empty for none. */
    public String getSince() {
        return feeds.since()
                .map(at ->
                        viewer.text("activities.page.feed.since", viewer.told().dateTime(at)))
                .orElse("");
    }
}
