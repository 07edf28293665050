package org.quanhe.crm.pipeline.control.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.pipeline.WinModel;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.TextFold;

/** A model is used where it foretells better than the stages do, and nowhere else. */
class JudgementTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T02:00:00Z");
    private static final Map<String, Integer> STAGES = Map.of("one", 50);

    private static Facts deal(long id, boolean won, String source) {
        return deal(id, won, source, 100, 3);
    }

    private static Facts deal(long id, boolean won, String source, long amount, int days) {
        Instant created = BEGIN.plus(Duration.ofDays(id));
        Instant closed = created.plus(Duration.ofDays(days));
        return new Facts(
                id,
                created,
                closed,
                won,
                true,
                List.of(new Facts.Stay("one", created, closed)),
                List.of(new Facts.Past<>(
                        Optional.of(new Money(BigDecimal.valueOf(amount), Currency.getInstance("VND"))), null)),
                List.of(new Facts.Past<>(false, created.plusSeconds(60)), new Facts.Past<>(true, null)),
                Map.of("source", List.of(new Facts.Past<>(source, null))),
                "web",
                List.of(),
                List.of(),
                List.of());
    }

    /** Of the fair five of six are won, of the web one of six. */
    private static List<Facts> history(int deals) {
        List<Facts> all = new ArrayList<>();
        for (int i = 0; i < deals; i++) {
            boolean fair = i % 2 == 0;
            boolean odd = i / 2 % 6 == 5;
            all.add(deal(i + 1L, fair != odd, fair ? "Hội chợ" : "Web"));
        }
        return all;
    }

    @Test
    @Tag("R178")
    void whatForetellsBetterThanTheStageIsUsed() {
        Judgement judged = Judgement.of(history(96), STAGES);
        assertThat(judged.reason()).isEqualTo("used");
        assertThat(judged.judged()).isEqualTo(24);
        assertThat(judged.brierOfStages()).isCloseTo(0.25, within(1e-9));
        assertThat(judged.brier()).isLessThan(0.17);
        assertThat(judged.bins().stream().mapToLong(bin -> bin.came().all()).sum())
                .isEqualTo(24);
        assertThat(Judgement.read(judged.document())).isEqualTo(judged);
    }

    @Test
    @Tag("R178")
    void chanceForetellsNothingAndTheStageIsUsed() {
        List<Facts> all = new ArrayList<>();
        for (int i = 0; i < 96; i++) {
            all.add(deal(i + 1L, i % 4 < 2, i % 2 == 0 ? "Hội chợ" : "Web"));
        }
        Judgement judged = Judgement.of(all, STAGES);
        assertThat(judged.reason()).isEqualTo("worse");
        assertThat(judged.used()).isFalse();
    }

    @Test
    @Tag("R178")
    void tooFewOrAllWonIsNotLearntFrom() {
        assertThat(Judgement.of(List.of(), STAGES).reason()).isEqualTo("few");
        assertThat(Judgement.of(history(WinModel.FEWEST - 1), STAGES).reason()).isEqualTo("few");
        List<Facts> won = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            won.add(deal(i + 1L, true, "Web"));
        }
        Judgement all = Judgement.of(won, STAGES);
        assertThat(all.reason()).isEqualTo("few");
        assertThat(all.lost()).isZero();
    }

    @Test
    @Tag("R180")
    void theExplanationAddsUpToTheLogOdds() {
        ChanceModel model = ChanceModel.learn(history(96), STAGES.keySet());
        Facts open = deal(200, false, "Hội chợ");
        Moment moment = new Moment(open, "one", open.created(), open.created());
        double logit = model.base()
                + model.parts(moment).stream()
                        .mapToDouble(ChanceModel.Part::logit)
                        .sum();
        assertThat(1 / (1 + Math.exp(-logit))).isCloseTo(model.probability(moment), within(1e-12));
        assertThat(model.parts(moment).get(0).attribute()).isEqualTo("source");
        assertThat(model.probability(moment)).isBetween(0.7, 0.9);
        Facts unknown = deal(201, false, "Chưa từng thấy");
        Moment other = new Moment(unknown, "one", unknown.created(), unknown.created());
        assertThat(model.parts(other).stream()
                        .filter(part -> part.attribute().equals("source"))
                        .findFirst()
                        .orElseThrow()
                        .logit())
                .as("what was not learnt counts as average")
                .isZero();
        assertThat(ChanceModel.read(org.quanhe.crm.platform.JsonText.readMap(
                                org.quanhe.crm.platform.JsonText.write(model.document())))
                        .probability(moment))
                .isCloseTo(model.probability(moment), within(1e-12));
    }

    @Test
    @Tag("R178")
    void onlyWhatWasKnownAtTheMomentIsLookedAt() {
        Facts deal = deal(1, false, "Web", 100, 40);
        List<Moment> moments = Moment.of(deal, STAGES.keySet());
        assertThat(moments).hasSize(3);
        Scales scales = Scales.of(List.of(deal));
        assertThat(Attribute.COMPETITOR.value(moments.get(0), scales))
                .as("named when it was lost, not when it began")
                .isEqualTo("no");
        assertThat(Attribute.COMPETITOR.value(moments.get(1), scales)).isEqualTo("yes");
        assertThat(Attribute.STAY.value(moments.get(2), scales)).isEqualTo("30");
    }

    @Test
    @Tag("R178")
    void whatBecameKnownOfTheLeadLaterCountsFromThenOn() {
        Instant known = BEGIN.plus(Duration.ofDays(2));
        Facts deal = new Facts(
                1,
                BEGIN,
                null,
                false,
                true,
                List.of(new Facts.Stay("one", BEGIN, null)),
                List.of(new Facts.Past<>(Optional.empty(), null)),
                List.of(new Facts.Past<>(false, null)),
                Map.of(
                        "industry", List.of(new Facts.Past<>("", known), new Facts.Past<>("Thép", null)),
                        "employees", List.of(new Facts.Past<>("9", known), new Facts.Past<>("120.0000", null)),
                        "jobTitle", List.of(new Facts.Past<>("Kế toán", null))),
                "web",
                List.of(),
                List.of(),
                List.of());
        Scales scales = new Scales(Map.of(), Map.of("industry", Map.of(TextFold.fold("Thép"), "Thép")));
        Moment before = new Moment(deal, "one", BEGIN, BEGIN);
        Moment after = new Moment(deal, "one", BEGIN, known);
        assertThat(Attribute.INDUSTRY.value(before, scales)).isEqualTo(Scales.UNSAID);
        assertThat(scales.written("industry", Attribute.INDUSTRY.value(after, scales)))
                .contains("Thép");
        assertThat(Attribute.SIZE.value(before, scales)).isEqualTo("0");
        assertThat(Attribute.SIZE.value(after, scales)).isEqualTo("50");
        assertThat(Attribute.ROLE.value(after, scales))
                .as("too few deals say so for it to be looked at for itself")
                .isEqualTo(Scales.OTHER);
        assertThat(Scales.read(scales.document())).isEqualTo(scales);
    }

    @Test
    @Tag("R178")
    void theBrierScoreOfFourIsThatWorkedOutByHand() {
        List<Judgement.Foretold> four = List.of(
                new Judgement.Foretold(0.9, true),
                new Judgement.Foretold(0.6, false),
                new Judgement.Foretold(0.2, false),
                new Judgement.Foretold(0.5, true));
        // (0.01 + 0.36 + 0.04 + 0.25) / 4
        assertThat(Judgement.brier(four)).isCloseTo(0.165, within(1e-12));
        List<WinModel.Bin> bins = Judgement.bins(four);
        assertThat(bins).hasSize(4);
        assertThat(bins.get(0).from()).isEqualTo(20);
        assertThat(bins.get(3).came().hits()).isEqualTo(1);
    }
}
