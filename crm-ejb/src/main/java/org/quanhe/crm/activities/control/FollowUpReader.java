package org.quanhe.crm.activities.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.FollowUps;
import org.quanhe.crm.activities.FollowUps.Account;
import org.quanhe.crm.activities.FollowUps.Board;
import org.quanhe.crm.activities.FollowUps.Health;
import org.quanhe.crm.activities.FollowUps.Question;
import org.quanhe.crm.activities.FollowUps.Row;
import org.quanhe.crm.activities.control.CadenceBook.Rule;
import org.quanhe.crm.activities.control.ContactFacts.Touch;
import org.quanhe.crm.activities.control.DueContacts.Candidate;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Place;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.ContactLog;

/** The follow-up board, and how customers are. */
@ApplicationScoped
public class FollowUpReader {
    /** Nobody has heard of us for so long: the customer is in danger, or needs a look. */
    private static final long SILENT_DAYS = 90;

    private static final long QUIET_DAYS = 45;

    @Inject
    private ContactFacts facts;

    @Inject
    private DueContacts due;

    @Inject
    private CadenceBook book;

    @Inject
    private RecordViews views;

    @Inject
    private ContactLog contacts;

    @Inject
    private TimeSource time;

    /** Those without a next step first, then those who have waited longest. */
    public Board board(Question question) {
        RecordTypeDescriptor type = facts.type(question.type());
        Map<Long, Instant> asked = facts.asked(question);
        Map<Long, Touch> touches = facts.touches(question.type(), asked.keySet());
        Set<Long> planned = facts.planned(question.type(), asked.keySet());
        Portion<Position> portion = portion(
                "board-" + question.type(),
                question,
                asked.keySet().stream()
                        .map(id ->
                                new Position(planned.contains(id) ? 1 : 0, since(asked.get(id), touches.get(id)), id)));
        List<Long> first = portion.items().stream().map(Position::id).toList();
        List<Rule> rules = book.active(question.type());
        List<RecordEntity> records = views.load(type, first);
        List<RecordView> shown = views.views(type, records);
        Map<Long, RecordView> next = contacts.nextSteps(question.type(), first);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            RecordEntity record = records.get(i);
            Touch touch = touches.get(record.getId());
            rows.add(new Row(
                    shown.get(i),
                    touch == null ? 0 : touch.count(),
                    DueContacts.rule(type, record, rules).map(Rule::goal).orElse(FollowUps.GOAL),
                    touch == null ? null : touch.last(),
                    days(since(record.getCreatedAt(), touch)),
                    next.get(record.getId())));
        }
        return new Board(asked.size(), asked.size() - planned.size(), portion.told(rows));
    }

    /** What a list is ordered by: its own rank, then who has waited longest. */
    private record Position(int rank, Instant since, long id) {
        private static final Comparator<Position> ORDER = Comparator.comparingInt(Position::rank)
                .thenComparing(Position::since)
                .thenComparingLong(Position::id);

        static Position of(Place place) {
            return new Position((int) place.number(0), place.moment(1), place.number(2));
        }

        boolean isBehind(Position other) {
            return ORDER.compare(this, other) > 0;
        }
    }

    private static Portion<Position> portion(String list, Question question, Stream<Position> all) {
        Optional<Position> after = Place.of(list, 3, question.cursor()).map(Position::of);
        List<Position> found = all.filter(one -> after.map(one::isBehind).orElse(true))
                .sorted(Position.ORDER)
                .limit(question.limit() + 1L)
                .toList();
        return Portion.of(found, question.limit(), one -> Place.behind(list, one.rank, one.since, one.id));
    }

    private static Instant since(@Nullable Instant created, @Nullable Touch touch) {
        return touch != null ? touch.last() : created == null ? Instant.EPOCH : created;
    }

    private long days(Instant since) {
        return Math.max(0, Duration.between(since, time.now()).toDays());
    }

    /** Those in danger first, then those who have waited longest. */
    public Portion<Account> accounts(Question question) {
        RecordTypeDescriptor type = facts.type(question.type());
        Map<Long, Instant> asked = facts.asked(question);
        Set<Long> ids = asked.keySet();
        Map<Long, Touch> touches = facts.touches(question.type(), ids);
        Map<Long, Integer> broken = facts.promises(question.type(), ids, time.now());
        Map<Long, Integer> promises = facts.promises(question.type(), ids, Instant.parse("9999-01-01T00:00:00Z"));
        Set<Long> planned = facts.planned(question.type(), ids);
        Map<Long, Candidate> late = new HashMap<>();
        due.candidates(question).forEach(one -> late.put(one.record().getId(), one));
        Map<Long, List<Reason>> reasons = new HashMap<>();
        ids.forEach(id -> reasons.put(
                id,
                reasons(
                        broken.getOrDefault(id, 0),
                        late.get(id),
                        touches.get(id),
                        days(since(asked.get(id), touches.get(id))),
                        planned.contains(id))));
        Portion<Position> portion = portion(
                "accounts",
                question,
                ids.stream()
                        .map(id -> new Position(
                                health(reasons.get(id)).ordinal(), since(asked.get(id), touches.get(id)), id)));
        List<Long> first = portion.items().stream().map(Position::id).toList();
        List<RecordView> shown = views.views(type, views.load(type, first));
        Map<Long, RecordView> next = contacts.nextSteps(question.type(), first);
        return portion.told(shown.stream()
                .map(record -> {
                    long id = record.ref().id();
                    Touch touch = touches.get(id);
                    return new Account(
                            record,
                            touch == null ? null : touch.last(),
                            next.get(id),
                            promises.getOrDefault(id, 0),
                            broken.getOrDefault(id, 0),
                            health(reasons.get(id)),
                            reasons.get(id).stream().map(Reason::text).toList());
                })
                .toList());
    }

    private record Reason(Health health, LocalizedMessage text) {}

    private static Health health(@Nullable List<Reason> reasons) {
        return reasons == null
                ? Health.GOOD
                : reasons.stream()
                        .map(Reason::health)
                        .min(Comparator.naturalOrder())
                        .orElse(Health.GOOD);
    }

    private static List<Reason> reasons(
            int broken, @Nullable Candidate late, @Nullable Touch touch, long days, boolean planned) {
        List<Reason> reasons = new ArrayList<>();
        if (broken > 0) {
            reasons.add(new Reason(Health.BAD, LocalizedMessage.of("activities.health.promise", broken)));
        }
        if (late != null && late.days() > 0) {
            reasons.add(new Reason(
                    Health.BAD,
                    LocalizedMessage.of("activities.health.cadence", late.rule().name(), late.days())));
        }
        if (touch != null && days > QUIET_DAYS) {
            reasons.add(new Reason(
                    days > SILENT_DAYS ? Health.BAD : Health.FAIR,
                    LocalizedMessage.of("activities.health.silent", days)));
        }
        if (touch == null) {
            reasons.add(new Reason(Health.FAIR, LocalizedMessage.of("activities.health.never")));
        }
        if (!planned) {
            reasons.add(new Reason(Health.FAIR, LocalizedMessage.of("activities.health.noNext")));
        }
        if (reasons.isEmpty()) {
            reasons.add(new Reason(Health.GOOD, LocalizedMessage.of("activities.health.good")));
        }
        return reasons;
    }
}
