package org.quanhe.crm.scoring.control.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.model.Part;
import org.quanhe.crm.scoring.SignalKind;
import org.quanhe.crm.scoring.control.ScoreModel;
import org.quanhe.crm.scoring.entity.ScoreLedger;
import org.quanhe.crm.scoring.spi.Criterion;
import org.quanhe.crm.scoring.spi.CriterionKind;
import org.quanhe.crm.scoring.spi.LedgerLine;
import org.quanhe.crm.scoring.spi.Prospect;
import org.quanhe.crm.scoring.spi.Prospect.GivenPoints;
import org.quanhe.crm.scoring.spi.Prospect.Signal;

/**
 * Whatever happens in whatever order, under any model and at any time: the score is the sum of the lines, and it is
 * what somebody counts who reads the rules literally, day by day.
 */
class LedgerPropertyTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final RecordTypeView LEADS =
            new RecordTypeView("leads", "pi-bolt", List.of(), "name", true, true, true);

    /** A rule of behaviour as an administrator writes it. */
    record Rule(SignalKind kind, int points, int atMost, int everyDays, int fadesDays) {
        Criterion criterion(int number) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("signal", kind.code());
            document.put("atMost", BigDecimal.valueOf(atMost));
            document.put("everyDays", BigDecimal.valueOf(everyDays));
            document.put("fadesDays", BigDecimal.valueOf(fadesDays));
            List<Violation> violations = new ArrayList<>();
            Criterion read = new BehaviourCriteria()
                    .read(
                            new CriterionKind.Basics("rule-" + number, Map.of("en", "Rule"), points),
                            new Part("", document, violations),
                            LEADS);
            assertThat(violations).isEmpty();
            return read;
        }

        /** What the rule says, counted with nothing of the product's code. */
        int counted(List<Signal> signals, Instant now) {
            List<Instant> counting = new ArrayList<>();
            int sum = 0;
            for (Signal signal : signals) {
                boolean past = !signal.at().isAfter(now);
                long close = counting.stream()
                        .filter(at -> signal.at().getEpochSecond() - at.getEpochSecond() < everyDays * 86_400L)
                        .count();
                if (signal.kind() == kind && past && (atMost == 0 || close < atMost)) {
                    counting.add(signal.at());
                    sum += left(signal.at(), now);
                }
            }
            return sum;
        }

        private int left(Instant at, Instant now) {
            if (fadesDays == 0) {
                return points;
            }
            long days = (now.getEpochSecond() - at.getEpochSecond()) / 86_400;
            long left = Math.max(0, fadesDays - days);
            double exact = (double) Math.abs(points) * left / fadesDays;
            return (int) (Math.signum(points) * Math.floor(exact + 0.5));
        }
    }

    @Property(tries = 400)
    void theScoreIsTheSumOfLinesThatTheRulesMake(
            @ForAll("rules") List<Rule> rules,
            @ForAll("signals") List<Signal> signals,
            @ForAll("given") List<GivenPoints> given,
            @ForAll("moments") Instant now) {
        List<Signal> ordered =
                signals.stream().sorted(Comparator.comparing(Signal::at)).toList();
        ScoreModel model = model(rules);
        List<LedgerLine> lines = model.ledger(new Prospect(LEADS, Map.of(), ordered, given), now);
        int expected =
                rules.stream().mapToInt(rule -> rule.counted(ordered, now)).sum()
                        + given.stream().mapToInt(GivenPoints::points).sum();
        assertThat(ScoreModel.total(lines)).isEqualTo(expected);
        assertThat(lines.stream().mapToInt(LedgerLine::points).sum()).isEqualTo(expected);
    }

    /** Kept and read back it is the same ledger, and nothing changes before the moment that it names. */
    @Property(tries = 300)
    void nothingChangesByItselfBeforeTheMomentThatTheLedgerNames(
            @ForAll("rules") List<Rule> rules,
            @ForAll("signals") List<Signal> signals,
            @ForAll("moments") Instant now) {
        List<Signal> ordered = signals.stream()
                .filter(signal -> !signal.at().isAfter(now))
                .sorted(Comparator.comparing(Signal::at))
                .toList();
        ScoreModel model = model(rules);
        Prospect prospect = new Prospect(LEADS, Map.of(), ordered, List.of());
        List<LedgerLine> lines = model.ledger(prospect, now);
        ScoreLedger kept = new ScoreLedger(1);
        kept.say(lines, 1, now);
        assertThat(ScoreModel.total(kept.lines())).isEqualTo(ScoreModel.total(lines));
        Instant changes = lines.stream()
                .map(LedgerLine::changesAt)
                .filter(java.util.Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(now.plus(Duration.ofDays(500)));
        assertThat(changes).isAfter(now);
        assertThat(ScoreModel.total(model.ledger(prospect, changes.minusMillis(1))))
                .isEqualTo(ScoreModel.total(lines));
    }

    private static ScoreModel model(List<Rule> rules) {
        List<Criterion> criteria = new ArrayList<>();
        for (Rule rule : rules) {
            criteria.add(rule.criterion(criteria.size()));
        }
        return new ScoreModel(1, Map.of("en", "Any"), 30, 60, 60, criteria);
    }

    @Provide
    Arbitrary<List<Rule>> rules() {
        return Combinators.combine(
                        Arbitraries.of(SignalKind.class),
                        Arbitraries.integers().between(-100, 100).filter(points -> points != 0),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 10),
                        Arbitraries.integers().between(0, 60))
                .as(Rule::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Signal>> signals() {
        return Combinators.combine(Arbitraries.of(SignalKind.class), moments())
                .as((kind, at) -> new Signal(kind, "", at))
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<GivenPoints>> given() {
        return Combinators.combine(Arbitraries.integers().between(-100, 100), moments())
                .as((points, at) -> new GivenPoints(points, "why", 1, at))
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, 100L * 24 * 3_600).map(BEGIN::plusSeconds);
    }
}
