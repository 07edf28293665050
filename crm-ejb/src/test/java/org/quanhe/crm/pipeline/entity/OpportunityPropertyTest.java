package org.quanhe.crm.pipeline.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;

/** Whatever people do in whatever order: an opportunity ends in a state that the rules allow. */
class OpportunityPropertyTest {
    private static final List<Stage> OPEN = List.of(stage("one", Stage.End.OPEN), stage("two", Stage.End.OPEN));
    private static final Stage WON = stage("won", Stage.End.WON);
    private static final Stage LOST = stage("lost", Stage.End.LOST);
    private static final Instant BEGIN = Instant.parse("2026-11-02T03:00:00Z");

    enum Done {
        MOVE_ONE,
        MOVE_TWO,
        WIN,
        LOSE,
        LOSE_WITHOUT_REASON,
        REOPEN
    }

    private static Stage stage(String code, Stage.End end) {
        return new Stage(code, LocalizedMessage.verbatim(code), Map.of(), 0, OptionalInt.empty(), List.of(), end);
    }

    private static Opportunity begun() {
        Opportunity opportunity = new Opportunity();
        opportunity.setName("Máy lạnh");
        opportunity.begin("sales", OPEN.get(0), BEGIN);
        return opportunity;
    }

    @Property
    @Tag("R161")
    void anyOrderOfVerbsEndsInAStateThatTheRulesAllow(@ForAll @Size(max = 20) List<Done> verbs) {
        Opportunity opportunity = begun();
        Instant at = BEGIN;
        for (Done done : verbs) {
            at = at.plusSeconds(60);
            String before = told(opportunity);
            try {
                act(opportunity, done, at);
            } catch (CrmException refused) {
                assertThat(told(opportunity))
                        .as("what is refused changes nothing")
                        .isEqualTo(before);
            }
            allowed(opportunity);
        }
    }

    private static void act(Opportunity opportunity, Done done, Instant at) {
        switch (done) {
            case MOVE_ONE -> opportunity.moveTo(OPEN.get(0), at);
            case MOVE_TWO -> opportunity.moveTo(OPEN.get(1), at);
            case WIN -> opportunity.win(WON, Optional.empty(), at);
            case LOSE -> opportunity.lose(LOST, "price", at);
            case LOSE_WITHOUT_REASON -> opportunity.lose(LOST, "", at);
            case REOPEN -> opportunity.reopen(OPEN.get(0), at);
        }
    }

    private static String told(Opportunity one) {
        return one.getStage() + one.getStatus() + one.getReason() + one.getClosedAt() + one.getStageSince();
    }

    private static void allowed(Opportunity one) {
        assertThat(one.closed()).isEqualTo(!one.getStatus().equals("open"));
        assertThat(one.getClosedAt() != null).isEqualTo(one.closed());
        assertThat(List.of("won", "lost").contains(one.getStage())).isEqualTo(one.closed());
        if (one.closed()) {
            assertThat(one.getStage()).isEqualTo(one.getStatus());
        }
        assertThat(one.getReason() != null).isEqualTo(one.getStatus().equals("lost"));
    }

    @Example
    void theStageOfAClosedOneStays() {
        Opportunity opportunity = begun();
        opportunity.win(WON, Optional.of("service"), BEGIN);
        assertThatThrownBy(() -> opportunity.moveTo(OPEN.get(1), BEGIN)).isInstanceOf(CrmException.class);
        opportunity.setStage("two");
        opportunity.setPipeline("other");
        assertThat(opportunity.getStage()).isEqualTo("won");
        assertThat(opportunity.getPipeline()).isEqualTo("sales");
    }
}
