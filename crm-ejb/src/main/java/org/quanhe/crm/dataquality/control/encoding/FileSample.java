package org.quanhe.crm.dataquality.control.encoding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of a file that decide about its encoding: its beginning and, where that is nearly all ASCII, the later
 * lines that are not, because a list may well begin with a thousand English names.
 */
public final class FileSample {
    private static final int HEAD = 1 << 16;
    private static final int ENOUGH_BEYOND_ASCII = 4_000;
    private static final int LONGEST_LINE = 1 << 14;

    private final ByteArrayOutputStream sample = new ByteArrayOutputStream(HEAD);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int beyondAscii;
    private boolean lineBeyondAscii;
    private boolean lineTooLong;

    private FileSample() {}

    public static byte[] of(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return new FileSample().collect(stream);
        }
    }

    private byte[] collect(InputStream stream) throws IOException {
        byte[] head = stream.readNBytes(HEAD);
        if (head.length < HEAD || wideOrRich(head)) {
            return head;
        }
        int lastLine = lastLineEnd(head);
        sample.write(head, 0, lastLine);
        take(head, lastLine, head.length);
        byte[] block = new byte[HEAD];
        int length;
        while (beyondAscii < ENOUGH_BEYOND_ASCII && (length = stream.read(block)) > 0) {
            take(block, 0, length);
        }
        return sample.toByteArray();
    }

    private boolean wideOrRich(byte[] head) {
        boolean zero = false;
        for (byte b : head) {
            beyondAscii += b < 0 ? 1 : 0;
            zero |= b == 0;
        }
        return zero || beyondAscii >= ENOUGH_BEYOND_ASCII;
    }

    /** Position behind the last line's end: the head must not end within a letter. */
    private static int lastLineEnd(byte[] head) {
        for (int i = head.length; i > 0; i--) {
            if (head[i - 1] == '\n') {
                return i;
            }
        }
        return head.length;
    }

    private void take(byte[] block, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = block[i];
            if (b < 0) {
                lineBeyondAscii = true;
                beyondAscii++;
            }
            if (line.size() < LONGEST_LINE) {
                line.write(b);
            } else {
                lineTooLong = true;
            }
            if (b == '\n') {
                if (lineBeyondAscii && !lineTooLong) {
                    sample.writeBytes(line.toByteArray());
                }
                line.reset();
                lineBeyondAscii = false;
                lineTooLong = false;
            }
        }
    }
}
