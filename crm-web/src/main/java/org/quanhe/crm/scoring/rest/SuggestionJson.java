package org.quanhe.crm.scoring.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Proportion;
import org.quanhe.crm.scoring.ScoreSuggestions;
import org.quanhe.crm.scoring.ScoreSuggestions.Suggestion;

/** Suggestions as JSON, words in the caller's language; rates are shares of 1 with four digits. */
final class SuggestionJson {
    private static final int DIGITS = 4;

    private SuggestionJson() {}

    static Map<String, Object> told(ScoreSuggestions suggestions, Language spoken) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("won", BigDecimal.valueOf(suggestions.won()));
        told.put("lost", BigDecimal.valueOf(suggestions.lost()));
        told.put("withoutLead", BigDecimal.valueOf(suggestions.withoutLead()));
        told.put("missing", BigDecimal.valueOf(suggestions.missing()));
        told.put("missingWon", BigDecimal.valueOf(suggestions.missingWon()));
        told.put("missingLost", BigDecimal.valueOf(suggestions.missingLost()));
        told.put("examined", BigDecimal.valueOf(suggestions.examined()));
        told.put("method", "katz-95");
        told.put(
                "items",
                suggestions.suggestions().stream().map(one -> told(one, spoken)).toList());
        return told;
    }

    private static Map<String, Object> told(Suggestion one, Language spoken) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("key", one.key());
        told.put("label", one.label().in(spoken));
        told.put("words", one.words().in(spoken));
        told.put("with", told(one.with()));
        told.put("without", told(one.without()));
        told.put("lift", one.lift());
        told.put("low", one.low());
        told.put("high", one.high());
        told.put("points", BigDecimal.valueOf(one.points()));
        told.put("adopted", one.adopted());
        told.put("criterion", one.criterion());
        return told;
    }

    private static Map<String, Object> told(Proportion share) {
        return Map.of(
                "won", BigDecimal.valueOf(share.hits()),
                "all", BigDecimal.valueOf(share.all()),
                "rate", rounded(share.rate()),
                "low", rounded(share.low()),
                "high", rounded(share.high()));
    }

    private static BigDecimal rounded(double share) {
        return BigDecimal.valueOf(share).setScale(DIGITS, RoundingMode.HALF_UP);
    }
}
