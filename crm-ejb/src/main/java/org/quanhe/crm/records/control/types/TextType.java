package org.quanhe.crm.records.control.types;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.spi.FieldType;

/** Texts: kept composed (NFC), without control characters, one line unless the field is long. */
@ApplicationScoped
public class TextType implements FieldType {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*[\\n\\t]\\s*");

    @Override
    public Set<FieldKind> kinds() {
        return EnumSet.of(FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.PHONE, FieldKind.EMAIL, FieldKind.URL);
    }

    @Override
    public @Nullable Object read(FieldView field, Object raw) throws Unreadable {
        return clean(raw, field.kind() == FieldKind.LONG_TEXT, field.maxLength());
    }

    /** The cleaned text, null if nothing is left. */
    static @Nullable String clean(Object raw, boolean lines, int maxLength) throws Unreadable {
        if (raw instanceof Iterable || raw instanceof java.util.Map) {
            throw new Unreadable("records.error.noText");
        }
        String text = raw.toString();
        if (maxLength > 0 && text.length() > maxLength + 1000) {
            throw new Unreadable("records.error.tooLong", text.length(), maxLength);
        }
        if (!plain(text)) {
            text = CONTROLS.matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                    .replaceAll("");
            text = Normalizer.normalize(text, Normalizer.Form.NFC);
        }
        text = text.strip();
        if (!lines && (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0)) {
            text = LINE_BREAKS.matcher(text).replaceAll(" ");
        }
        if (maxLength > 0 && text.length() > maxLength) {
            throw new Unreadable("records.error.tooLong", text.length(), maxLength);
        }
        if (hasLoneSurrogate(text)) {
            throw new Unreadable("records.error.brokenText");
        }
        return text.codePoints().allMatch(TextType::invisible) ? null : text;
    }

    /** A name of such characters alone is none: nobody could see or click it. */
    private static boolean invisible(int c) {
        return Character.getType(c) == Character.FORMAT || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** True for a text that is composed and free of controls as it stands: no mark can follow below U+0300. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\t' || c >= 0x7F && c < 0xA0 || c >= 0x300) {
                return false;
            }
        }
        return true;
    }

    /** Half of a pair: no encoding can write it. */
    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
