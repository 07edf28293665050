package org.quanhe.crm.messages.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.Notices;
import org.quanhe.crm.shell.ui.Viewer;

/** The bell on the top bar of every page: how many notices have not been read. */
@Named
@RequestScoped
public class Bell {
    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    private @Nullable Integer unread;

    private int unread() {
        if (unread == null) {
            unread = viewer.isSignedIn() ? notices.unread() : 0;
        }
        return unread;
    }

    /** Empty for none. */
    public String getCount() {
        return unread() == 0 ? "" : unread() >= Notices.MOST_COUNTED ? "99+" : Integer.toString(unread());
    }

    public String getLabel() {
        return unread() == 0
                ? viewer.text("messages.page.notices")
                : viewer.text("messages.page.notices.unread", getCount());
    }
}
