package org.quanhe.crm.dataquality.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;

/**
 * Reads {@code multipart/form-data} (RFC 7578) part by part while it arrives. Servers collect all parts before the
 * first can be looked at; here a file that is too large is refused after its first megabyte too many.
 */
final class MultipartReader {
    private static final int MOST_HEADER_BYTES = 16_384;
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]{1,200})\"|([^;\\s]{1,200}))");
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern FILE_NAME = Pattern.compile("[;\\s]filename=\"((?:[^\"\\\\]|\\\\.)*+)\"");

    private final InputStream input;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private boolean ended;
    private @Nullable PartBody open;

    /** One part; its body must be read before the next part is. */
    record Part(String name, String fileName, InputStream body) {}

    MultipartReader(InputStream input, @Nullable String contentType) {
        this.input = input;
        String type = contentType == null ? "" : contentType;
        Matcher boundary = BOUNDARY.matcher(type);
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data") || !boundary.find()) {
            throw CrmException.invalid("dataquality.error.brokenForm", type.isEmpty() ? "Content-Type?" : type);
        }
        String text = boundary.group(1) != null ? boundary.group(1) : boundary.group(2);
        delimiter = ("\r\n--" + text).getBytes(StandardCharsets.ISO_8859_1);
        // the first boundary has no line break before it
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
    }

    /** The next part; what is left of the one before is passed over. */
    Optional<Part> next() throws IOException {
        PartBody before = open == null ? new PartBody() : open;
        before.transferTo(java.io.OutputStream.nullOutputStream());
        String line = line();
        if (line.startsWith("--")) {
            return Optional.empty();
        }
        String disposition = "";
        int bytes = 0;
        for (line = line(); !line.isEmpty(); line = line()) {
            bytes += line.length();
            if (bytes > MOST_HEADER_BYTES) {
                throw broken("header");
            }
            if (line.regionMatches(true, 0, "content-disposition:", 0, 20)) {
                disposition = line;
            }
        }
        open = new PartBody();
        return Optional.of(new Part(parameter(NAME, disposition), parameter(FILE_NAME, disposition), open));
    }

    private static String parameter(Pattern pattern, String header) {
        Matcher found = pattern.matcher(header);
        return found.find() ? found.group(1).replace("%22", "\"").replaceAll("\\\\(.)", "$1") : "";
    }

    private String line() throws IOException {
        StringBuilder bytes = new StringBuilder();
        while (true) {
            if (from == to && !fill()) {
                throw broken("--");
            }
            byte b = buffer[from++];
            if (b == '\n') {
                int end = bytes.length();
                int cut = end > 0 && bytes.charAt(end - 1) == '\r' ? end - 1 : end;
                return new String(
                        bytes.substring(0, cut).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            }
            bytes.append((char) (b & 0xFF));
            if (bytes.length() > MOST_HEADER_BYTES) {
                throw broken("header");
            }
            if (bytes.length() == 2 && bytes.charAt(0) == '-' && bytes.charAt(1) == '-') {
                // the last boundary; what stands behind it is nobody's
                return "--";
            }
        }
    }

    private static CrmException broken(String what) {
        return CrmException.invalid("dataquality.error.brokenForm", what);
    }

    /** Moves what is left to the front and reads more; false at the end. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int read = ended ? -1 : input.read(buffer, to, buffer.length - to);
        ended = read < 0;
        to += Math.max(0, read);
        return read > 0;
    }

    /** Position of the delimiter in the buffer, or -1. */
    private int find() {
        for (int i = from; i <= to - delimiter.length; i++) {
            int same = 0;
            while (same < delimiter.length && buffer[i + same] == delimiter[same]) {
                same++;
            }
            if (same == delimiter.length) {
                return i;
            }
        }
        return -1;
    }

    /** Bytes up to the next boundary. */
    private final class PartBody extends InputStream {
        private boolean over;
        /** Up to here the buffer is known to hold no boundary. */
        private int clean;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            while (!over && clean <= from) {
                look();
            }
            if (over && clean <= from) {
                return -1;
            }
            int count = Math.min(length, clean - from);
            System.arraycopy(buffer, from, into, at, count);
            from += count;
            if (over && from == clean) {
                from += delimiter.length;
                clean = -1;
            }
            return count;
        }

        private void look() throws IOException {
            int found = find();
            if (found >= 0) {
                over = true;
                clean = found;
                if (found == from) {
                    from += delimiter.length;
                    clean = -1;
                }
            } else if (to - from >= delimiter.length) {
                clean = to - delimiter.length + 1;
                if (clean <= from) {
                    more();
                }
            } else {
                more();
            }
        }

        private void more() throws IOException {
            clean = 0;
            if (!fill()) {
                throw broken("--");
            }
        }
    }
}
