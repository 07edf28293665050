package org.quanhe.crm.dataquality.control.encoding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows which words Vietnamese can have: an initial, one of some 170 rimes, at most one tone. Text decoded with a wrong
 * code page hardly ever passes, which is what tells windows-1258 from its neighbours.
 */
final class VietnameseSyllables {
    /** Grave, acute, tilde, hook above, dot below: the marks that are tones, not letters. */
    private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");

    private static final Set<String> INITIALS = Set.of(
            "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph",
            "q", "r", "s", "t", "th", "tr", "v", "x");

    private static final Set<String> RIMES = words("""
            a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây
            e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
            o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oi om on ong ooc
            oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch
            uên uênh uêt uôc uôi uôm uôn uông uôt uơ uy uya uych uyn uynh uyt uyu uyên uyêt
            ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu
            uai uao uan uang uanh uat uay uăc uăn uăng uăt ue uen ueo uet uac uach""");

    private VietnameseSyllables() {}

    /** True for a word, composed or not, that could stand in a Vietnamese text; Y. and the like do not count. */
    static boolean fits(String word) {
        String marked = Normalizer.normalize(word, Normalizer.Form.NFD);
        String toneless = TONES.matcher(marked).replaceAll("");
        if (marked.length() - toneless.length() > 1) {
            return false;
        }
        String plain = Normalizer.normalize(toneless, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        for (int initial = 0; initial <= Math.min(3, plain.length()); initial++) {
            if (INITIALS.contains(plain.substring(0, initial)) && RIMES.contains(plain.substring(initial))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
