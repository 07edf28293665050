package org.quanhe.crm.leads.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;
import org.quanhe.crm.platform.CrmException;

/** Whatever is done with a lead in whatever order: it goes where the table of moves lets it, or stays where it was. */
class LeadMovesPropertyTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    /** The table, written down once more. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "new", Set.of("nurturing", "awaiting", "converted"),
            "nurturing", Set.of("nurturing", "awaiting", "converted"),
            "awaiting", Set.of("nurturing", "accepted", "converted"),
            "accepted", Set.of("nurturing", "awaiting", "converted"),
            "converted", Set.of("nurturing"));

    enum Done {
        NURTURE,
        AWAIT,
        ACCEPT,
        GIVE_BACK,
        NOT_NOW,
        CONVERT,
        RECYCLE
    }

    private static void act(Lead lead, Done done) {
        switch (done) {
            case NURTURE -> lead.nurture();
            case AWAIT -> lead.await(null);
            case ACCEPT -> lead.accept(7);
            case GIVE_BACK -> lead.giveBack(8L, null);
            case NOT_NOW -> lead.notNow(DAY);
            case CONVERT -> lead.convert(9, null, null);
            case RECYCLE -> lead.recycle(DAY);
        }
    }

    @Property
    @Tag("R141")
    void anyOrderOfActionsGoesTheAllowedWays(@ForAll @Size(max = 25) List<Done> actions) {
        Lead lead = new Lead();
        for (Done done : actions) {
            String before = lead.getStatus();
            Long owner = lead.getOwnerId();
            try {
                act(lead, done);
                assertThat(ALLOWED.get(before)).as("%s", done).contains(lead.getStatus());
            } catch (CrmException refused) {
                assertThat(lead.getStatus())
                        .as("what is refused changes nothing")
                        .isEqualTo(before);
                assertThat(lead.getOwnerId()).isEqualTo(owner);
            }
        }
    }

    @Example
    @Tag("R141")
    void theTableIsTheOneWrittenDown() {
        ALLOWED.forEach((from, to) -> assertThat(Lead.movesFrom(from)).isEqualTo(to));
        assertThat(Lead.movesFrom("nowhere")).isEmpty();
    }
}
