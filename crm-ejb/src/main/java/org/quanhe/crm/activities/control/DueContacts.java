package org.quanhe.crm.activities.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.FollowUps.Due;
import org.quanhe.crm.activities.FollowUps.Question;
import org.quanhe.crm.activities.control.CadenceBook.Rule;
import org.quanhe.crm.activities.control.ContactFacts.Touch;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Place;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.control.RecordCondition;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;

/** Who is past the day of a cadence. All who are asked for are looked at: none is missed. */
@ApplicationScoped
public class DueContacts {
    private static final String LIST = "due";

    @Inject
    private CadenceBook book;

    @Inject
    private ContactFacts facts;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /** Somebody who is due. */
    record Candidate(
            RecordEntity record, Rule rule, @Nullable Instant last, LocalDate due, long days) {
        private boolean isBehind(Position position) {
            int order = due.compareTo(position.due());
            return order > 0 || order == 0 && record.getId() > position.id();
        }
    }

    /** Behind whom a portion begins; read before it is known whether anybody is due. */
    private record Position(LocalDate due, long id) {
        static Position of(Place place) {
            return new Position(place.day(0), place.number(1));
        }
    }

    /** The longest overdue first. */
    public Portion<Due> due(Question question) {
        Optional<Position> place = Place.of(LIST, 2, question.cursor()).map(Position::of);
        List<Candidate> behind = candidates(question).stream()
                .filter(one -> place.map(one::isBehind).orElse(true))
                .limit(question.limit() + 1L)
                .toList();
        Portion<Candidate> portion =
                Portion.of(behind, question.limit(), one -> Place.behind(LIST, one.due, one.record.getId()));
        List<Candidate> first = portion.items();
        List<RecordView> shown = views.views(
                facts.type(question.type()),
                first.stream().map(Candidate::record).toList());
        List<Due> due = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            Candidate one = first.get(i);
            due.add(new Due(shown.get(i), one.rule.id(), one.rule.name(), one.rule.by(), one.last, one.due, one.days));
        }
        return portion.told(due);
    }

    /** All of them; of several cadences that somebody falls under the shortest counts. */
    List<Candidate> candidates(Question question) {
        List<Rule> rules = book.active(question.type());
        if (rules.isEmpty()) {
            return List.of();
        }
        RecordTypeDescriptor type = facts.type(question.type());
        LocalDate today = LocalDate.ofInstant(time.now(), zone());
        Map<Long, Instant> asked = facts.asked(question);
        Map<Long, Touch> touches = facts.touches(question.type(), asked.keySet());
        List<Long> late = asked.entrySet().stream()
                .filter(one -> !due(since(one.getValue(), touches.get(one.getKey())), rules.get(0))
                        .isAfter(today))
                .map(Map.Entry::getKey)
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (RecordEntity record : views.load(type, late)) {
            Touch touch = touches.get(record.getId());
            Instant since = since(record.getCreatedAt(), touch);
            rule(type, record, rules)
                    .filter(rule -> !due(since, rule).isAfter(today))
                    .ifPresent(rule -> candidates.add(new Candidate(
                            record,
                            rule,
                            touch == null ? null : touch.last(),
                            due(since, rule),
                            ChronoUnit.DAYS.between(due(since, rule), today))));
        }
        candidates.sort(Comparator.comparing(Candidate::due).thenComparing(one -> one.record.getId()));
        return candidates;
    }

    /**
     * The first of the rules whose condition the record fulfils; one that cannot be read any more counts for nobody.
     */
    static Optional<Rule> rule(RecordTypeDescriptor type, RecordEntity record, List<Rule> rules) {
        Map<String, Object> values = RecordViews.values(type, record);
        return rules.stream()
                .filter(rule -> {
                    try {
                        return RecordCondition.parse(type.view(), rule.condition())
                                .holds(values);
                    } catch (CrmException unreadable) {
                        return false;
                    }
                })
                .findFirst();
    }

    private static Instant since(Instant created, @Nullable Touch touch) {
        return touch == null ? created : touch.last();
    }

    private LocalDate due(Instant since, Rule rule) {
        return LocalDate.ofInstant(since, zone()).plusDays(rule.every());
    }

    private ZoneId zone() {
        return ZoneId.of(access.caller().timeZone());
    }
}
