package org.quanhe.crm.shell.ui;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Short news shown once, on the next page, some with a way back. */
@Named
@SessionScoped
public class Toasts implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int UNDOS_KEPT = 20;

    private final ArrayList<Toast> waiting = new ArrayList<>();
    private final LinkedHashMap<String, Deleted> undos = new LinkedHashMap<>();

    public synchronized void say(String text) {
        waiting.add(new Toast(text, ""));
    }

    /** Says that records were deleted and offers to bring them back. */
    public synchronized void sayDeleted(String text, String type, List<Long> ids) {
        String token = UUID.randomUUID().toString();
        undos.put(token, new Deleted(type, new ArrayList<>(ids)));
        if (undos.size() > UNDOS_KEPT) {
            undos.remove(undos.keySet().iterator().next());
        }
        waiting.add(new Toast(text, token));
    }

    /** What that undo brings back; works once. */
    synchronized Optional<Deleted> take(String token) {
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

    record Deleted(String type, ArrayList<Long> ids) implements Serializable {}
}
