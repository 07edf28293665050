package org.quanhe.crm.scoring.control.criteria;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.model.Part;
import org.quanhe.crm.scoring.SignalKind;
import org.quanhe.crm.scoring.spi.Criterion;
import org.quanhe.crm.scoring.spi.CriterionKind;
import org.quanhe.crm.scoring.spi.LedgerLine;
import org.quanhe.crm.scoring.spi.LedgerLine.Evidence;
import org.quanhe.crm.scoring.spi.Prospect;
import org.quanhe.crm.scoring.spi.Prospect.Signal;

/**
 * What somebody does: each signal of a kind counts the points, at most so many within so many days (a window that goes
 * along with time, so that no two counted beyond it lie closer), and fades in equal parts, day by day, until nothing is
 * left. {@code {"kind": "behaviour", "signal": "visit", "about": "pricing", "points": 5, "atMost": 1, "everyDays": 1,
 * "fadesDays": 30}}; 0 days means that it never fades, 0 times that each counts.
 */
@ApplicationScoped
class BehaviourCriteria implements CriterionKind {
    private static final int MOST_DAYS = 3650;
    private static final int MOST_TIMES = 1000;
    private static final int EVIDENCE = 5;

    @Override
    public String code() {
        return "behaviour";
    }

    @Override
    public Criterion read(Basics about, Part part, RecordTypeView leads) {
        SignalKind kind = part.oneOf("signal", SignalKind.class, null);
        if (kind == null && !part.has("signal")) {
            part.wrong("signal", "records.error.required");
        }
        int atMost = part.number("atMost", 0, MOST_TIMES);
        int everyDays = part.number("everyDays", 1, MOST_DAYS);
        if (atMost > 0 && everyDays == 0) {
            part.wrong("everyDays", "scoring.error.days");
        }
        return new Behaviour(
                about,
                kind == null ? SignalKind.VISIT : kind,
                part.text("about", "").toLowerCase(Locale.ROOT),
                atMost,
                Duration.ofDays(everyDays),
                part.number("fadesDays", 0, MOST_DAYS));
    }

    private record Behaviour(Basics about, SignalKind kind, String topic, int atMost, Duration window, int fadesDays)
            implements Criterion {
        @Override
        public Optional<LedgerLine> judge(Prospect prospect, Instant now) {
            List<Signal> counted = counted(prospect.signals(), now);
            if (counted.isEmpty()) {
                return Optional.empty();
            }
            int points = 0;
            Instant changesAt = null;
            for (Signal signal : counted) {
                points += left(signal.at(), now);
                changesAt = earlier(changesAt, changes(signal.at(), now));
            }
            Instant last = counted.get(counted.size() - 1).at();
            List<Evidence> evidence = new ArrayList<>();
            counted.subList(Math.max(0, counted.size() - EVIDENCE), counted.size())
                    .forEach(signal -> evidence.add(new Evidence("", signal.about(), signal.at())));
            return Optional.of(new LedgerLine(
                    about.key(),
                    about.labels(),
                    points,
                    about.points() * counted.size(),
                    last,
                    fadesDays == 0 ? null : last.plus(Duration.ofDays(fadesDays)),
                    changesAt,
                    0,
                    evidence));
        }

        /** Those that count and of which something is left, oldest first. */
        private List<Signal> counted(List<Signal> signals, Instant now) {
            List<Signal> counted = new ArrayList<>();
            for (Signal signal : signals) {
                boolean fits = signal.kind() == kind
                        && !signal.at().isAfter(now)
                        && (topic.isEmpty()
                                || signal.about().toLowerCase(Locale.ROOT).contains(topic));
                if (fits && (atMost == 0 || within(counted, signal.at()) < atMost)) {
                    counted.add(signal);
                }
            }
            counted.removeIf(signal -> left(signal.at(), now) == 0);
            return counted;
        }

        private long within(List<Signal> counted, Instant at) {
            Instant since = at.minus(window);
            return counted.stream()
                    .filter(earlier -> earlier.at().isAfter(since))
                    .count();
        }

        private int left(Instant at, Instant now) {
            return fadesDays == 0
                    ? about.points()
                    : left(Duration.between(at, now).toDays());
        }

        private int left(long days) {
            return days >= fadesDays
                    ? 0
                    : BigDecimal.valueOf(about.points() * (fadesDays - days))
                            .divide(BigDecimal.valueOf(fadesDays), 0, RoundingMode.HALF_UP)
                            .intValue();
        }

        /** When the signal counts something else. */
        private @Nullable Instant changes(Instant at, Instant now) {
            if (fadesDays == 0) {
                return null;
            }
            long days = Duration.between(at, now).toDays();
            int today = left(days);
            do {
                days++;
            } while (days < fadesDays && left(days) == today);
            return at.plus(Duration.ofDays(days));
        }

        private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
            return one == null ? other : other == null || one.isBefore(other) ? one : other;
        }
    }
}
