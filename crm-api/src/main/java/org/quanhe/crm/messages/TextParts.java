package org.quanhe.crm.messages;

/**
 * Into how many parts a short text is cut on its way to a telephone.
 *
 * <p>Where all its letters are of the GSM 7 bit default alphabet (3GPP TS 23.038, 6.2.1) one part holds 160 of them;
 * those of its extension table (6.2.1.1), such as brackets and the euro sign, count twice. With any other letter, as in
 * Vietnamese with its marks or Chinese, the text is written in UCS2 (6.2.3), and one part holds 70. A text of several
 * parts says in each how they belong together (3GPP TS 23.040, 9.2.3.24.1), which leaves 153 and 67. What counts twice
 * is not divided. National language tables (6.2.1.2) are not counted on: most gateways do not use them.
 *
 * @param parts how many, 0 for no text
 * @param plain true where all letters are of the default alphabet
 * @param used characters, those that count twice counted so
 * @param room characters that so many parts hold
 */
public record TextParts(int parts, boolean plain, int used, int room) {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final int ONE_BASIC = 160;
    private static final int OF_MANY_BASIC = 153;
    private static final int ONE_UCS2 = 70;
    private static final int OF_MANY_UCS2 = 67;

    /** Counts a text. */
    public static TextParts of(String text) {
        boolean plain = isPlain(text);
        int used = 0;
        int whole = 0;
        int part = 0;
        int ofMany = plain ? OF_MANY_BASIC : OF_MANY_UCS2;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            i += Character.charCount(letter);
            int size = plain ? EXTENDED.indexOf(letter) >= 0 ? 2 : 1 : Character.charCount(letter);
            used += size;
            if (part + size > ofMany) {
                whole++;
                part = 0;
            }
            part += size;
        }
        int one = plain ? ONE_BASIC : ONE_UCS2;
        int parts = used == 0 ? 0 : used <= one ? 1 : whole + 1;
        return new TextParts(parts, plain, used, parts <= 1 ? one : parts * ofMany);
    }

    /** True if every telephone has its letters in the default alphabet. */
    public static boolean isPlain(String text) {
        return text.chars().allMatch(letter -> BASIC.indexOf(letter) >= 0 || EXTENDED.indexOf(letter) >= 0);
    }
}
