package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of the search engine: indexes {@code index-1}, {@code index-2} … and the file {@code serving} that names
 * the one in use. That file is replaced last, in one step, so a crash leaves the old index or the new one, whole.
 */
final class IndexFolder {
    private static final String PREFIX = "index-";
    private static final String SERVING = "serving";
    private static final String DAMAGED = "damaged";

    private final Path root;
    private boolean unreadable;

    IndexFolder(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    /** The index in use; a new one if there is none. */
    Path serving() throws IOException {
        Path pointer = root.resolve(SERVING);
        if (Files.exists(pointer)) {
            String name = Files.readString(pointer).strip();
            if (name.matches(PREFIX + "\\d+")) {
                return root.resolve(name);
            }
            unreadable = true;
        }
        Path first = next();
        publish(first);
        return first;
    }

    /** True if the file that names the index in use could not be read. */
    boolean unreadable() {
        return unreadable;
    }

    /** A folder for a new index. */
    Path next() throws IOException {
        int highest = 0;
        for (Path index : indexes()) {
            highest = Math.max(highest, number(index));
        }
        return Files.createDirectory(root.resolve(PREFIX + (highest + 1)));
    }

    void publish(Path index) throws IOException {
        Path draft = root.resolve(SERVING + ".new");
        Files.writeString(draft, index.getFileName().toString(), StandardCharsets.UTF_8);
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(draft, root.resolve(SERVING), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Moves an index that cannot be read out of the way; the last one is kept for who wants to know why. */
    void setAside(Path index) throws IOException {
        Path aside = root.resolve(DAMAGED);
        delete(aside);
        if (Files.exists(index)) {
            Files.move(index, aside);
        }
    }

    /**
     * Removes all others.
     *
     * @return true if one of them was begun after that one: a rebuild that did not come to its end
     */
    boolean removeAllBut(Path kept) throws IOException {
        boolean unfinished = false;
        for (Path index : indexes()) {
            if (!index.equals(kept)) {
                unfinished |= number(index) > number(kept);
                delete(index);
            }
        }
        return unfinished;
    }

    void delete(Path index) throws IOException {
        if (!Files.exists(index)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(index)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private List<Path> indexes() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(path -> path.getFileName().toString().matches(PREFIX + "\\d{1,9}"))
                    .toList();
        }
    }

    private static int number(Path index) {
        return Integer.parseInt(index.getFileName().toString().substring(PREFIX.length()));
    }
}
