package org.quanhe.crm.search.lucene;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.store.FSDirectory;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.search.spi.IndexChange;
import org.quanhe.crm.search.spi.IndexDocument;
import org.quanhe.crm.search.spi.SearchBackend;

/**
 * A process that edits at a steady rate until it is killed. Its database is a log of edits, written before the index
 * learns of them; its outbox is the part of the log behind the last commit of the index.
 */
public final class EditedIndex {
    static final String TYPE = "customers";
    private static final int RECORDS = 400;
    private static final int EVERY_SO_MANY_IS_A_REMOVAL = 9;
    private static final int EDITS_BETWEEN_COMMITS = 20;
    private static final long PAUSE_MICROS = 20_000;

    private final Path folder;

    EditedIndex(Path folder) {
        this.folder = folder;
    }

    /**
     * Edits until somebody kills the process.
     *
     * @param arguments the folder; {@code rebuild} where rebuilds are to be under way all the time
     */
    public static void main(String[] arguments) throws Exception {
        EditedIndex edited = new EditedIndex(Path.of(arguments[0]));
        try (SearchBackend index = edited.open()) {
            edited.recover(index);
            if (arguments.length > 1) {
                Thread rebuilding = new Thread(() -> edited.rebuildForEver(index));
                rebuilding.setDaemon(true);
                rebuilding.start();
            }
            System.out.println("editing");
            edited.editForEver(index);
        }
    }

    /** An edit: the record's number, its version, and whether it was removed. */
    record Edit(long id, long version, boolean removal) {}

    SearchBackend open() throws IOException {
        SearchBackend index = new LuceneBackend(new IndexFolder(folder.resolve("index")), FSDirectory::open);
        FieldView name =
                new FieldView("name", FieldKind.TEXT, "name", List.of(), "", "", 0, Set.of(FieldView.Use.TITLE));
        index.use(List.of(new RecordTypeView(TYPE, "", List.of(name), "name", true, true, true)));
        return index;
    }

    private void editForEver(SearchBackend index) throws IOException, InterruptedException {
        List<Edit> done = log();
        try (DataOutputStream log = new DataOutputStream(append())) {
            for (long number = done.size(); ; number++) {
                Edit edit = new Edit(number * 31 % RECORDS, number + 1, number % EVERY_SO_MANY_IS_A_REMOVAL == 0);
                // whole or not at all: a database knows no half edit
                log.writeLong(edit.removal() ? -edit.version() : edit.version());
                index.apply(List.of(change(edit)));
                if (number % EDITS_BETWEEN_COMMITS == 0) {
                    index.commit();
                    settle(number + 1);
                }
                TimeUnit.MICROSECONDS.sleep(PAUSE_MICROS);
            }
        }
    }

    private OutputStream append() throws IOException {
        return Files.newOutputStream(
                folder.resolve("log"), StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE);
    }

    private void rebuildForEver(SearchBackend index) {
        while (true) {
            try (SearchBackend.Rebuild rebuild = index.rebuild()) {
                stored().forEach((id, version) -> rebuild.add(List.of(document(id, version))));
                rebuild.publish();
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    /** What the server does after a start: the edits that no commit made safe come again. */
    void recover(SearchBackend index) throws IOException {
        List<Edit> log = log();
        long settled = settled();
        List<IndexChange> again = new ArrayList<>();
        for (Edit edit : log.subList((int) Math.min(settled, log.size()), log.size())) {
            again.add(change(edit));
        }
        index.apply(again);
        index.commit();
        settle(log.size());
    }

    private static IndexChange change(Edit edit) {
        return edit.removal()
                ? new IndexChange.Remove(new RecordRef(TYPE, edit.id()), edit.version())
                : new IndexChange.Put(document(edit.id(), edit.version()));
    }

    private static IndexDocument document(long id, long version) {
        String name = "Anna " + id + " v" + version;
        return new IndexDocument(new RecordRef(TYPE, id), version, name, "", Map.of("name", name));
    }

    /** The records that the database has, with their versions. */
    Map<Long, Long> stored() throws IOException {
        Map<Long, Long> stored = new HashMap<>();
        for (Edit edit : log()) {
            if (edit.removal()) {
                stored.remove(edit.id());
            } else {
                stored.put(edit.id(), edit.version());
            }
        }
        return stored;
    }

    List<Edit> log() throws IOException {
        List<Edit> log = new ArrayList<>();
        Path file = folder.resolve("log");
        if (Files.exists(file)) {
            try (InputStream bytes = Files.newInputStream(file);
                    DataInputStream in = new DataInputStream(new BufferedInputStream(bytes))) {
                for (long left = Files.size(file) / Long.BYTES; left > 0; left--) {
                    long version = in.readLong();
                    log.add(new Edit((Math.abs(version) - 1) * 31 % RECORDS, Math.abs(version), version < 0));
                }
            }
        }
        return log;
    }

    private void settle(long edits) throws IOException {
        Path draft = folder.resolve("settled.new");
        Files.writeString(draft, Long.toString(edits));
        Files.move(draft, folder.resolve("settled"), StandardCopyOption.ATOMIC_MOVE);
    }

    private long settled() throws IOException {
        Path file = folder.resolve("settled");
        return Files.exists(file) ? Long.parseLong(Files.readString(file)) : 0;
    }
}
