package org.quanhe.crm.lifecycle.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.lifecycle.entity.StageStay;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.entity.StagedRecord;

/**
 * What holds for the way of a record, whatever the stages, writes and moves are: its stays follow each other without
 * gap or overlap, the open one is its stage, and every stage that it came to was allowed when it came there.
 */
@Tag("R002")
class StageWayPropertyTest {
    private static final String TYPE = "prospects";
    private static final List<String> FIELDS = List.of("a", "b", "c");
    private static final int LIMITS = 4;
    private static final RecordTypeView VIEW = new RecordTypeView(
            TYPE,
            "pi-bolt",
            FIELDS.stream()
                    .map(name -> new FieldView(
                            name,
                            FieldKind.NUMBER,
                            TYPE + "." + name,
                            List.of(),
                            "",
                            "",
                            0,
                            EnumSet.of(name.equals("a") ? Use.TITLE : Use.LIST)))
                    .toList(),
            "a",
            true,
            true,
            true);

    /** A stage is entered with {@code field >= limit}, and left for later ones with {@code leaves >= limit}. */
    record Limits(int enterField, int enterLimit, int exitField, int exitLimit) {
        private static String text(int field, int limit) {
            return limit == 0 ? "" : FIELDS.get(field) + " >= " + limit;
        }

        Stage stage(int number) {
            String enter = text(enterField, enterLimit);
            String exit = text(exitField, exitLimit);
            return new Stage(
                    "s" + number,
                    Map.of("en", "S" + number),
                    0,
                    enter.isEmpty() ? Map.of() : Map.of(TYPE, enter),
                    exit.isEmpty() ? Map.of() : Map.of(TYPE, exit),
                    List.of(),
                    Map.of());
        }

        boolean enters(Map<String, Object> values) {
            return reached(values, enterField, enterLimit);
        }

        boolean leaves(Map<String, Object> values) {
            return reached(values, exitField, exitLimit);
        }

        private static boolean reached(Map<String, Object> values, int field, int limit) {
            return limit == 0
                    || values.get(FIELDS.get(field)) instanceof BigDecimal number && number.intValue() >= limit;
        }
    }

    /** Somebody writes a field, or moves the record to a stage. */
    record Act(boolean moves, int what, int value) {}

    /** A record that no database keeps. */
    private static final class Prospect extends StagedRecord {
        @Override
        public String title() {
            return "prospect";
        }
    }

    /** Stays in memory; those of the current transaction are not among the ones before. */
    private static final class Remembered implements Stays {
        private final List<StageStay> all = new ArrayList<>();
        private Set<String> before = Set.of();

        void commit() {
            Set<String> stages = new HashSet<>();
            all.forEach(stay -> stages.add(stay.stage()));
            before = stages;
        }

        @Override
        public Optional<StageStay> open(StagedRecord record) {
            return record.stagePlace() < 0 ? Optional.empty() : Optional.of(all.get(record.stagePlace()));
        }

        @Override
        public Set<String> been(StagedRecord record) {
            return before;
        }

        @Override
        public void add(StageStay stay) {
            all.add(stay);
        }
    }

    @Provide
    Arbitrary<List<Limits>> lifecycles() {
        Arbitrary<Integer> field = Arbitraries.integers().between(0, FIELDS.size() - 1);
        Arbitrary<Integer> limit = Arbitraries.integers().between(0, LIMITS);
        return Combinators.combine(field, limit, field, limit)
                .as(Limits::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, LIMITS + 1))
                .as(Act::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Property
    void staysFollowEachOtherAndEveryStageWasAllowed(
            @ForAll("lifecycles") List<Limits> limits, @ForAll("acts") List<Act> acts) {
        Stages stages = new Stages(
                IntStream.range(0, limits.size())
                        .mapToObj(i -> limits.get(i).stage(i))
                        .toList(),
                Map.of());
        Prospect record = new Prospect();
        Remembered stays = new Remembered();
        Map<String, Object> values = new HashMap<>();
        Instant now = Instant.parse("2026-11-29T00:00:00Z");
        new StageWay(stays, stages, VIEW, record, now, 1).follow(values);
        for (Act act : acts) {
            stays.commit();
            now = now.plusSeconds(act.value());
            StageWay way = new StageWay(stays, stages, VIEW, record, now, 1);
            if (act.moves()) {
                move(stages, limits, record, values, way, act.what() % limits.size());
            } else {
                values.put(FIELDS.get(act.what() % FIELDS.size()), BigDecimal.valueOf(act.value()));
            }
            int known = stays.all.size();
            int from = stages.indexOf(String.valueOf(record.getLifecycleStage()));
            way.follow(values);
            allowed(stages, limits, stays.all.subList(known, stays.all.size()), from, values);
            followEachOther(stays.all, record);
        }
    }

    /** As the façade does it: what is missing is asked of the conditions, never of the way. */
    private static void move(
            Stages stages, List<Limits> limits, Prospect record, Map<String, Object> values, StageWay way, int to) {
        int from = stages.indexOf(String.valueOf(record.getLifecycleStage()));
        boolean may =
                limits.get(to).enters(values) && (to < from || limits.get(from).leaves(values));
        if (may && to != from) {
            way.enter(stages.stages().get(to), false, LocalizedMessage.verbatim(""));
        }
    }

    private static void allowed(
            Stages stages, List<Limits> limits, List<StageStay> came, int begin, Map<String, Object> values) {
        int from = begin;
        for (StageStay stay : came) {
            int to = stages.indexOf(stay.stage());
            assertThat(to).as("it goes by itself to later stages alone").isGreaterThan(from);
            assertThat(limits.get(to).enters(values))
                    .as("enters s%d with %s", to, values)
                    .isTrue();
            assertThat(limits.get(from).leaves(values))
                    .as("leaves s%d with %s", from, values)
                    .isTrue();
            from = to;
        }
    }

    private static void followEachOther(List<StageStay> stays, Prospect record) {
        for (int i = 0; i < stays.size(); i++) {
            assertThat(stays.get(i).place()).isEqualTo(i);
            Instant left = stays.get(i).leftAt();
            if (i + 1 < stays.size()) {
                assertThat(left).isNotNull().isEqualTo(stays.get(i + 1).enteredAt());
                assertThat(left).isAfterOrEqualTo(stays.get(i).enteredAt());
                assertThat(stays.get(i).stage()).isNotEqualTo(stays.get(i + 1).stage());
            } else {
                assertThat(left).as("the last one is open").isNull();
                assertThat(stays.get(i).stage()).isEqualTo(record.getLifecycleStage());
                assertThat(stays.get(i).enteredAt()).isEqualTo(record.getStageSince());
            }
        }
    }
}
