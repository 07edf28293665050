package org.quanhe.crm.dataquality.control.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A file that may hold a table.
 *
 * @param path where it lies
 * @param name what its owner calls it
 */
public record TableFile(Path path, String name) {
    private static final int HEAD = 4096;

    byte[] head() throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            return stream.readNBytes(HEAD);
        }
    }

    boolean named(String extension) {
        return name.toLowerCase(Locale.ROOT).endsWith('.' + extension);
    }
}
