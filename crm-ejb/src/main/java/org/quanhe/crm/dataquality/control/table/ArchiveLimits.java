package org.quanhe.crm.dataquality.control.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.quanhe.crm.platform.CrmException;

/**
 * Measures a packed file by unpacking it into nothing, and stops where it gets larger than a table can be. The sizes
 * written in the archive are not believed.
 */
final class ArchiveLimits {
    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_BYTES = 2L << 30;
    /** Texts of all cells: the reader holds them in memory. */
    private static final long MOST_SHARED_TEXT = 96L << 20;
    /** Tables pack to a tenth, very regular ones to a fortieth; a bomb to a thousandth. */
    private static final long HIGHEST_RATIO = 200;

    private static final long RATIO_MATTERS_FROM = 8L << 20;

    private ArchiveLimits() {}

    /** Refuses a bomb. */
    static void check(TableFile file) throws IOException {
        long packed = Math.max(1, file.path().toFile().length());
        long unpacked = 0;
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw bomb(file);
            }
            byte[] buffer = new byte[1 << 16];
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                long ofEntry = 0;
                try (InputStream stream = zip.getInputStream(entry)) {
                    for (int read = stream.read(buffer); read > 0; read = stream.read(buffer)) {
                        unpacked += read;
                        ofEntry += read;
                        boolean ratio = unpacked > RATIO_MATTERS_FROM && unpacked / packed > HIGHEST_RATIO;
                        boolean texts = entry.getName().endsWith("sharedStrings.xml") && ofEntry > MOST_SHARED_TEXT;
                        if (ratio || texts || unpacked > MOST_BYTES) {
                            throw bomb(file);
                        }
                    }
                }
            }
        }
    }

    private static CrmException bomb(TableFile file) {
        return CrmException.invalid("dataquality.error.zipBomb", file.name(), MOST_BYTES >> 20);
    }
}
