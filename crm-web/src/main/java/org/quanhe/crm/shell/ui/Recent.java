package org.quanhe.crm.shell.ui;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.quanhe.crm.platform.RecordRef;

/** The records opened last in this session. */
@Named
@SessionScoped
public class Recent implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 8;

    private final ArrayList<Opened> opened = new ArrayList<>();

    /** Puts the record first. */
    public synchronized void open(RecordRef ref, String title) {
        forget(ref);
        opened.add(0, new Opened(ref.type(), ref.id(), title));
        if (opened.size() > MOST) {
            opened.remove(MOST);
        }
    }

    /** Takes a record out that is gone. */
    public synchronized void forget(RecordRef ref) {
        opened.removeIf(o -> o.id() == ref.id());
    }

    public synchronized List<Opened> getOpened() {
        return List.copyOf(opened);
    }

    /** A record and the name it had. */
    public record Opened(String type, long id, String title) implements Serializable {
        public String href() {
            return Links.record(type, id);
        }
    }
}
