package org.quanhe.crm.search.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Questions and their labels. */
class LabellingTest {
    private static final int CUSTOMERS = 1_500;
    private static final List<Labelled> QUESTIONS = Labelling.questions(CUSTOMERS, 4, 5, "");

    @Test
    void everyKindIsAsked() {
        assertThat(QUESTIONS.stream().map(Labelled::kind).distinct())
                .extracting(Kind::name)
                .containsExactlyElementsOf(Kinds.all().stream().map(Kind::name).toList());
    }

    @Test
    void whoTheQuestionWasMadeOfBelongs() {
        assertThat(QUESTIONS)
                .allMatch(asked -> asked.question().belongs().test(Traits.of(Crowd.customer(asked.about()))));
    }

    @Test
    void asManyBelongAsAScanFindsButTenAtMost() {
        List<Traits> all = LongStream.rangeClosed(1, CUSTOMERS)
                .mapToObj(number -> Traits.of(Crowd.customer(number)))
                .toList();

        assertThat(QUESTIONS).allSatisfy(asked -> assertThat((long) asked.belonging())
                .isEqualTo(Math.min(
                        10, all.stream().filter(asked.question().belongs()).count())));
    }

    @Test
    void anotherSeedAsksOtherQuestionsAndTheSameOneTheSame() {
        assertThat(texts(Labelling.questions(CUSTOMERS, 4, 5, ""))).isEqualTo(texts(QUESTIONS));
        assertThat(texts(Labelling.questions(CUSTOMERS, 4, 6, ""))).isNotEqualTo(texts(QUESTIONS));
    }

    @Test
    void recallCountsHitsThatBelongAgainstTenAtMost() {
        Labelled asked = QUESTIONS.get(0);
        Labelled ofMany = new Labelled(asked.kind(), asked.question(), asked.about(), 10);

        assertThat(Answer.judged(ofMany, List.of(asked.about()), 1).recall()).isEqualTo(.1);
        assertThat(Answer.judged(ofMany, List.of(), 1).reciprocalRank()).isZero();
    }

    private static String texts(List<Labelled> questions) {
        return questions.stream().map(asked -> asked.question().text()).collect(Collectors.joining("|"));
    }
}
