package org.quanhe.crm.scoring.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.scoring.Band;
import org.quanhe.crm.scoring.spi.Criterion;
import org.quanhe.crm.scoring.spi.LedgerLine;
import org.quanhe.crm.scoring.spi.Prospect;

/**
 * A model of scores.
 *
 * @param number number under which it was published, 0 for the one that comes with the application
 * @param name what people call it, by language tag
 * @param warm from which score on somebody is warm
 * @param hot from which score on somebody is hot
 * @param threshold from which score on sales are asked to accept
 * @param criteria the rules, in their order
 */
public record ScoreModel(
        int number, Map<String, String> name, int warm, int hot, int threshold, List<Criterion> criteria) {
    private static final Comparator<LedgerLine> ORDER = Comparator.comparingInt(LedgerLine::points)
            .reversed()
            .thenComparing(LedgerLine::rule)
            .thenComparing(LedgerLine::at);

    /** The band of a score. */
    public Band band(int score) {
        return score >= hot ? Band.HOT : score >= warm ? Band.WARM : Band.COLD;
    }

    /**
     * The ledger of a lead at that moment: a line for each rule that counts, and one for each time points were given.
     */
    public List<LedgerLine> ledger(Prospect prospect, Instant now) {
        List<LedgerLine> lines = new ArrayList<>();
        criteria.forEach(criterion -> criterion.judge(prospect, now).ifPresent(lines::add));
        prospect.given()
                .forEach(given -> lines.add(new LedgerLine(
                        LedgerLine.MANUAL,
                        Map.of("", given.why()),
                        given.points(),
                        given.points(),
                        given.at(),
                        null,
                        null,
                        given.by(),
                        List.of())));
        lines.sort(ORDER);
        return lines;
    }

    /** The score that a ledger makes. */
    public static int total(List<LedgerLine> lines) {
        return lines.stream().mapToInt(LedgerLine::points).sum();
    }
}
