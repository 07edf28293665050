package org.quanhe.crm.dataquality.control.encoding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quanhe.crm.platform.CrmException;

/** The encodings in which customers send their tables. Those that can be found by themselves stand in that order. */
public enum TextEncoding {
    UTF_8("UTF-8", 0xEF, 0xBB, 0xBF),
    UTF_16LE("UTF-16LE", 0xFF, 0xFE),
    UTF_16BE("UTF-16BE", 0xFE, 0xFF),
    GB18030("GB18030", 0x84, 0x31, 0x95, 0x33),
    WINDOWS_1258("windows-1258"),
    WINDOWS_1252("windows-1252"),
    /** Only by choice: its byte pairs are valid GB18030 too, and letters alone do not tell the two apart. */
    BIG5("Big5"),
    ISO_8859_1("ISO-8859-1");

    private final String ianaName;
    private final byte[] mark;

    TextEncoding(String ianaName, int... mark) {
        this.ianaName = ianaName;
        this.mark = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            this.mark[i] = (byte) mark[i];
        }
    }

    public String ianaName() {
        return ianaName;
    }

    public Charset charset() {
        return Charset.forName(ianaName);
    }

    /** Names of all that can be chosen. */
    public static List<String> names() {
        return Arrays.stream(values()).map(TextEncoding::ianaName).toList();
    }

    /** The encoding of that name or one of its aliases; refuses what we do not know. */
    public static TextEncoding named(String name) {
        for (TextEncoding encoding : values()) {
            boolean alias = encoding.charset().aliases().stream().anyMatch(name.strip()::equalsIgnoreCase);
            if (alias || encoding.ianaName.equalsIgnoreCase(name.strip())) {
                return encoding;
            }
        }
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return switch (plain) {
            case "gbk", "gb2312", "cp936", "ms936", "windows936" -> GB18030;
            case "utf16" -> UTF_16LE;
            case "utf8bom", "utf8sig", "ascii", "usascii" -> UTF_8;
            default ->
                throw CrmException.invalid("dataquality.error.unknownEncoding", name, String.join(", ", names()));
        };
    }

    /** The encoding whose byte order mark the bytes begin with. */
    static Optional<TextEncoding> marked(byte[] head) {
        return Arrays.stream(values())
                .filter(e -> e.mark.length > 0 && e.startsWithMark(head))
                .findFirst();
    }

    private boolean startsWithMark(byte[] head) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    /** True where one unit of text takes two bytes. */
    boolean wide() {
        return this == UTF_16LE || this == UTF_16BE;
    }

    /** The text of the bytes, or nothing if some of them cannot be of this encoding; a cut end is forgiven. */
    Optional<String> decodeStrictly(byte[] bytes) {
        int from = startsWithMark(bytes) ? mark.length : 0;
        int most = this == WINDOWS_1258 || this == WINDOWS_1252 || this == ISO_8859_1 ? 0 : 3;
        for (int cut = 0; cut <= most && bytes.length - cut >= from; cut++) {
            try {
                return Optional.of(charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, from, bytes.length - cut - from))
                        .toString());
            } catch (CharacterCodingException notThis) {
                // perhaps a sample that ends within a letter: once more without its last byte
            }
        }
        return Optional.empty();
    }

    /** Reads a stream behind its byte order mark; bytes that are not of this encoding become U+FFFD. */
    public Reader reader(InputStream stream) throws IOException {
        PushbackInputStream unmarked = new PushbackInputStream(stream, Math.max(1, mark.length));
        byte[] head = unmarked.readNBytes(mark.length);
        if (mark.length == 0 || !startsWithMark(head)) {
            unmarked.unread(head);
        }
        return new BufferedReader(new InputStreamReader(unmarked, charset()), 1 << 16);
    }

    /** The bytes of a text with this encoding's mark before it, where it has one. */
    public byte[] encodeMarked(String text) {
        byte[] body = text.getBytes(charset());
        byte[] all = Arrays.copyOf(mark, mark.length + body.length);
        System.arraycopy(body, 0, all, mark.length, body.length);
        return all;
    }
}
