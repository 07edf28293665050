package org.quanhe.crm.dataquality.control.encoding;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding of a sample: every candidate decodes it strictly, and the one whose text is most plausible wins.
 * The detector of ICU was not taken because it does not know windows-1258, in which Vietnamese spreadsheets save.
 */
public final class EncodingDetector {
    /** Candidates in the order in which a draw is decided. */
    private static final Set<TextEncoding> CANDIDATES = EnumSet.of(
            TextEncoding.UTF_8,
            TextEncoding.UTF_16LE,
            TextEncoding.UTF_16BE,
            TextEncoding.GB18030,
            TextEncoding.WINDOWS_1258,
            TextEncoding.WINDOWS_1252);

    private EncodingDetector() {}

    /** The most plausible encoding; windows-1252, which reads anything, where none is. */
    public static TextEncoding detect(byte[] sample) {
        Optional<TextEncoding> marked = TextEncoding.marked(sample);
        if (marked.isPresent()) {
            return marked.get();
        }
        boolean zeros = hasZero(sample);
        TextEncoding best = TextEncoding.WINDOWS_1252;
        double bestScore = zeros ? 0 : Double.NEGATIVE_INFINITY;
        for (TextEncoding candidate : CANDIDATES) {
            // a wide text has line ends or delimiters, and so zero bytes; a narrow one never has
            if (candidate.wide() == zeros) {
                double score = score(candidate, sample);
                if (score > bestScore) {
                    best = candidate;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    private static double score(TextEncoding candidate, byte[] sample) {
        String text = candidate.decodeStrictly(sample).orElse(null);
        if (text == null) {
            return Double.NEGATIVE_INFINITY;
        }
        @Nullable Double plausible = Plausibility.of(text);
        if (candidate.wide()) {
            return (plausible == null ? 1 : plausible) + share(text);
        }
        double plain = plausible == null ? 0 : plausible;
        return switch (candidate) {
            case UTF_8 -> plain + rightfulness(sample);
            // "Müller" is the same bytes in both Windows pages: without Vietnamese words the Western one has it
            case WINDOWS_1258 -> plain < 0.8 ? plain - 0.01 : plain;
            default -> plain;
        };
    }

    /** Share of ASCII in a wide text: the wrong byte order has none but by chance. */
    private static double share(String text) {
        return text.isEmpty() ? 0 : (double) text.chars().filter(c -> c < 128).count() / text.length();
    }

    /**
     * What it is worth that the bytes are valid UTF-8 at all: decisive with a sequence of three bytes or several of
     * two; with few of two, a very short Chinese text may be valid by chance, and a name that is repeated no less so.
     */
    private static double rightfulness(byte[] sample) {
        BitSet pairs = new BitSet();
        for (int i = 0; i < sample.length; i++) {
            int unit = sample[i] & 0xFF;
            if (unit >= 0xE0) {
                return 1.5;
            }
            if (unit >= 0xC2 && i + 1 < sample.length) {
                pairs.set((unit & 0x1F) << 6 | sample[i + 1] & 0x3F);
            }
        }
        int different = pairs.cardinality();
        return different > 3 ? 1.5 : different > 0 ? 0.5 : 1.5;
    }

    private static boolean hasZero(byte[] sample) {
        for (byte b : sample) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
