package org.quanhe.crm.shell.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.search.OpenedRecords;

/** The records that the viewer opened last, in this session or an earlier one. */
@Named
@RequestScoped
public class Recent {
    private static final Logger LOG = Logger.getLogger(Recent.class.getName());
    private static final int MOST = 8;

    @Inject
    private OpenedRecords records;

    @Inject
    private Viewer viewer;

    private @Nullable List<Opened> opened;

    /** Puts the record first. That it could not be kept is no reason not to show a page. */
    public void open(RecordRef ref) {
        try {
            records.opened(ref);
        } catch (RuntimeException notKept) {
            LOG.log(Level.FINE, "what was opened is not remembered", notKept);
        }
        opened = null;
    }

    public List<Opened> getOpened() {
        List<Opened> known = opened;
        if (known == null) {
            known = viewer.isSignedIn() ? last() : List.of();
            opened = known;
        }
        return known;
    }

    /** A page, that of an error above all, is shown without them rather than not at all. */
    private List<Opened> last() {
        try {
            return records.last(MOST).stream()
                    .map(one -> new Opened(one.ref().type(), one.ref().id(), named(one.title())))
                    .toList();
        } catch (RuntimeException notRead) {
            LOG.log(Level.FINE, "what was opened is not read", notRead);
            return List.of();
        }
    }

    private String named(String title) {
        return title.isBlank() ? viewer.text("ui.untitled") : title;
    }

    /** A record and its name. */
    public record Opened(String type, long id, String title) {
        public String href() {
            return Links.record(type, id);
        }
    }
}
