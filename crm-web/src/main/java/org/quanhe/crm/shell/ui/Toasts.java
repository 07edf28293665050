package org.quanhe.crm.shell.ui;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.quanhe.crm.records.Records.Replaced;

/** Short news shown once, on the next page, some with a way back. */
@Named
@SessionScoped
public class Toasts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int UNDOS_KEPT = 20;

    private final ArrayList<Toast> waiting = new ArrayList<>();
    private final LinkedHashMap<String, Undo> undos = new LinkedHashMap<>();

    public synchronized void say(String text) {
        waiting.add(new Toast(text, ""));
    }

    /** Says that records were deleted and offers to bring them back. */
    public void sayDeleted(String text, String type, List<Long> ids) {
        say(text, new Undo.OfDelete(type, new ArrayList<>(ids)));
    }

    /** Says that records were changed and offers to put back what was replaced. */
    public void sayChanged(String text, String type, List<Replaced> replaced) {
        if (replaced.isEmpty()) {
            say(text);
        } else {
            say(text, new Undo.OfChange(type, new ArrayList<>(replaced)));
        }
    }

    /** Says something that can be taken back. */
    public synchronized void say(String text, Undo undo) {
        String token = UUID.randomUUID().toString();
        undos.put(token, undo);
        if (undos.size() > UNDOS_KEPT) {
            undos.remove(undos.keySet().iterator().next());
        }
        waiting.add(new Toast(text, token));
    }

    /** The way back with that token; works once. */
    synchronized Optional<Undo> take(String token) {
        return Optional.ofNullable(undos.remove(token));
    }

    /** Hands the news over; they are not shown again. */
    synchronized List<Toast> handOver() {
        List<Toast> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    /** A line at the foot; {@code undo} is empty where there is no way back. */
    public record Toast(String text, String undo) implements Serializable {}
}
