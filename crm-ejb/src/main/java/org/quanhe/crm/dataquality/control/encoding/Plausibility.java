package org.quanhe.crm.dataquality.control.encoding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much a decoded text looks like what people write: 1 if every character beyond ASCII stands where a Vietnamese,
 * Chinese or Western text has it, near 0 for what a wrong decoding makes of it, below 0 with control characters.
 */
final class Plausibility {
    private static final double CONTROL = -2;
    private static final Set<String> DONG = Set.of("đ", "vnđ");

    private final String text;
    private double sum;
    private int counted;

    private Plausibility(String decoded) {
        text = Normalizer.normalize(decoded, Normalizer.Form.NFC);
    }

    /** The mean over all characters beyond ASCII; nothing if there are none. */
    static @Nullable Double of(String decoded) {
        Plausibility plausibility = new Plausibility(decoded);
        plausibility.weigh();
        return plausibility.counted == 0 ? null : plausibility.sum / plausibility.counted;
    }

    private void weigh() {
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (partOfWord(character)) {
                int end = at;
                boolean beyondAscii = false;
                while (end < text.length() && partOfWord(text.codePointAt(end))) {
                    beyondAscii |= text.codePointAt(end) > 127;
                    end += Character.charCount(text.codePointAt(end));
                }
                if (beyondAscii) {
                    weighWord(text.substring(at, end), behindFigure(at));
                }
                at = end;
            } else {
                weighSign(character, at);
                at += Character.charCount(character);
            }
        }
    }

    private static boolean partOfWord(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.LATIN && Character.isLetter(character)
                || character >= 0x300 && character <= 0x36F;
    }

    /** 500.000 đ: there a word may be the sign of a currency. */
    private boolean behindFigure(int at) {
        int before = at > 0 && text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
        return before >= 0 && Character.isDigit(text.charAt(before));
    }

    private void weighWord(String word, boolean behindFigure) {
        boolean dong = behindFigure && DONG.contains(word.toLowerCase(Locale.ROOT));
        double each = dong || VietnameseSyllables.fits(word) && evenCase(word) ? 1 : western(word) ? 0.7 : 0.15;
        word.codePoints().filter(c -> c > 127).forEach(c -> add(each));
    }

    /** Letters of Western Europe, small ones only behind the first or capitals throughout. */
    private static boolean western(String word) {
        boolean known = word.codePoints()
                .allMatch(
                        c -> c < 128 || c >= 0xC0 && c <= 0xFF && "ÐÞðþ×÷".indexOf(c) < 0 || "ŠšŽžŒœŸ".indexOf(c) >= 0);
        long beyondAscii = word.codePoints().filter(c -> c > 127).count();
        return known && evenCase(word) && beyondAscii * 2 <= word.length() + 1;
    }

    private static boolean evenCase(String word) {
        String rest = word.substring(1);
        return rest.codePoints().noneMatch(Character::isUpperCase)
                || word.codePoints().noneMatch(Character::isLowerCase);
    }

    private void weighSign(int character, int at) {
        if (character < 128) {
            if (character < ' ' && "\t\r\n\f".indexOf(character) < 0 || character == 127) {
                add(CONTROL);
            }
        } else if (character < 0xA0 || character == 0xFFFD || !Character.isDefined(character)) {
            add(CONTROL);
        } else {
            add(
                    switch (Character.UnicodeScript.of(character)) {
                        case HAN ->
                            insideWord(at, Character.charCount(character)) ? 0.1 : CommonHan.plausibility(character);
                        case HIRAGANA, KATAKANA -> 0.5;
                        case COMMON -> sign(character, at);
                        default -> Character.getType(character) == Character.PRIVATE_USE ? CONTROL : 0.3;
                    });
        }
    }

    private double sign(int character, int at) {
        if (character >= 0x3000 && character <= 0x303F || character >= 0xFF00 && character <= 0xFFEF) {
            return 1;
        }
        if (Character.getType(character) == Character.PRIVATE_USE) {
            return CONTROL;
        }
        boolean ofPrint = "“”‘’–—…•€£¥©®°·₫«»²³½№™\u00A0".indexOf(character) >= 0;
        return ofPrint ? (insideWord(at, 1) && character != '’' ? 0.2 : 0.8) : 0.3;
    }

    /** A small Latin letter on either side: no place for a character or sign of its own. */
    private boolean insideWord(int at, int length) {
        return at > 0
                && at + length < text.length()
                && Character.isLowerCase(text.charAt(at - 1))
                && (Character.isLowerCase(text.charAt(at + length)) || !Character.isLetter(text.charAt(at + length)));
    }

    private void add(double plausible) {
        sum += plausible;
        counted++;
    }
}
