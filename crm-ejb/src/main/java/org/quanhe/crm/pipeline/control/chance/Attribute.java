package org.quanhe.crm.pipeline.control.chance;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanhe.crm.platform.Money;

/**
 * What opportunities are told apart by. Each has one value at a moment, worked out from what was known then alone: the
 * score of the lead and the fit of the customer are left out, because nobody knows any more what they were.
 */
enum Attribute {
    STAGE("opportunities", "stage", (moment, scales) -> moment.stage()),
    STAY("opportunities", "stageSince", (moment, scales) -> step(moment.daysInStage(), 7, 30, 90)),
    AGE("opportunities", "createdAt", (moment, scales) -> step(moment.age(), 14, 60, 180)),
    AMOUNT("opportunities", "amount", (moment, scales) -> amount(moment, scales)),
    COMPETITOR(
            "opportunities",
            "competitor",
            (moment, scales) -> Facts.at(moment.facts().competitors(), moment.at()) ? "yes" : "no"),
    TALKS(
            "activities",
            "opportunity",
            (moment, scales) -> step(Facts.until(moment.facts().talks(), moment.at()), 1, 3, 6)),
    CUSTOMER(
            "opportunities",
            "customer",
            (moment, scales) -> Facts.until(moment.facts().bought(), moment.at()) > 0 ? "bought" : "new"),
    SOURCE("leads", "source", (moment, scales) -> text(moment, scales, "source")),
    CHANNEL("leads", "firstChannel", (moment, scales) -> channel(moment.facts())),
    INDUSTRY("leads", "industry", (moment, scales) -> text(moment, scales, "industry")),
    SIZE("leads", "employees", (moment, scales) -> size(moment)),
    ROLE("leads", "jobTitle", (moment, scales) -> text(moment, scales, "jobTitle")),
    INTEREST(
            "leads",
            "score",
            (moment, scales) -> moment.facts().ofLead()
                    ? step(Facts.until(moment.facts().signals(), moment.at()), 1, 3)
                    : Scales.NONE);

    /** The number of people without what may stand behind a point. */
    private static final Pattern WHOLE = Pattern.compile("\\d{1,15}");

    private final String type;
    private final String field;
    private final BiFunction<Moment, Scales, String> value;

    /** @param type and field: who may not read these is not told of the attribute */
    Attribute(String type, String field, BiFunction<Moment, Scales, String> value) {
        this.type = type;
        this.field = field;
        this.value = value;
    }

    String type() {
        return type;
    }

    String field() {
        return field;
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<Attribute> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** The value that it has at that moment. */
    String value(Moment moment, Scales scales) {
        return value.apply(moment, scales);
    }

    /** The largest step that the number reaches, {@code 0} below the first. */
    private static String step(long number, int... steps) {
        int reached = 0;
        for (int step : steps) {
            reached = number >= step ? step : reached;
        }
        return Integer.toString(reached);
    }

    private static String amount(Moment moment, Scales scales) {
        Optional<Money> amount = Facts.at(moment.facts().amounts(), moment.at());
        return amount.map(scales::amount).orElse(Scales.NONE);
    }

    private static String text(Moment moment, Scales scales, String field) {
        return moment.facts().ofLead() ? scales.text(field, moment.facts().profile(field, moment.at())) : Scales.NONE;
    }

    /** How large the company is: from 10 people on it is small, from 50 medium, from 250 large. */
    private static String size(Moment moment) {
        if (!moment.facts().ofLead()) {
            return Scales.NONE;
        }
        Matcher people = WHOLE.matcher(moment.facts().profile("employees", moment.at()));
        return people.lookingAt() ? step(Long.parseLong(people.group()), 10, 50, 250) : Scales.UNSAID;
    }

    private static String channel(Facts facts) {
        if (!facts.ofLead()) {
            return Scales.NONE;
        }
        return facts.channel().isEmpty() ? Scales.UNSAID : facts.channel();
    }

    /** When the values of days in the stage or of age become others by themselves; null for never. */
    static @org.jspecify.annotations.Nullable Instant changes(Moment moment) {
        Instant next = null;
        for (int days : List.of(7, 30, 90)) {
            next = earlier(next, moment.since(), days, moment.at());
        }
        for (int days : List.of(14, 60, 180)) {
            next = earlier(next, moment.facts().created(), days, moment.at());
        }
        return next;
    }

    private static @org.jspecify.annotations.Nullable Instant earlier(
            @org.jspecify.annotations.Nullable Instant known, Instant from, int days, Instant now) {
        Instant at = from.plus(java.time.Duration.ofDays(days));
        return at.isAfter(now) && (known == null || at.isBefore(known)) ? at : known;
    }
}
