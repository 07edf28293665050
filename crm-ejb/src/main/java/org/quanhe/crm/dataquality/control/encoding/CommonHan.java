package org.quanhe.crm.dataquality.control.encoding;

import java.nio.charset.Charset;
import java.util.BitSet;

/**
 * How common a Han character is. The first levels of GB 2312 and Big5 are the committees' own lists of frequent
 * characters (3,755 simplified, 5,401 traditional), so the encoders are asked instead of a table of ours.
 */
final class CommonHan {
    private static final BitSet FREQUENT = new BitSet();
    private static final BitSet KNOWN = new BitSet();

    static {
        collect("GB2312", 0xB0, 0xD7, FREQUENT);
        collect("GB2312", 0xD8, 0xF7, KNOWN);
        collect("Big5", 0xA4, 0xC6, FREQUENT);
    }

    private CommonHan() {}

    private static void collect(String charset, int firstLead, int lastLead, BitSet into) {
        for (int lead = firstLead; lead <= lastLead; lead++) {
            for (int trail = 0x40; trail <= 0xFE; trail++) {
                String text = new String(new byte[] {(byte) lead, (byte) trail}, Charset.forName(charset));
                if (text.length() == 1 && Character.UnicodeScript.of(text.charAt(0)) == Character.UnicodeScript.HAN) {
                    into.set(text.charAt(0));
                }
            }
        }
    }

    /** 1 for the frequent, less for the others. */
    static double plausibility(int character) {
        return FREQUENT.get(character) ? 1 : KNOWN.get(character) ? 0.6 : 0.15;
    }
}
