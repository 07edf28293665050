package org.quanhe.crm.records.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.platform.RecordRef;

/** Whose news it is when one working out takes in what another change has just brought. */
class ChangesOnTheirWayTest {
    private static final Origin CHAIN = Origin.of(List.of(3L, 4L));

    @Test
    void whatNobodyChangedComesOfPublishing() {
        assertThat(ChangesOnTheirWay.NONE.origin(5, Map.of(), Origin.PUBLISHED)).isEqualTo(Origin.PUBLISHED);
        assertThat(way(CalculationTask.these(List.of(6L), CHAIN)).origin(5, Map.of(), Origin.PUBLISHED))
                .isEqualTo(Origin.PUBLISHED);
    }

    @Test
    void aRecordThatARowNamesIsNewsOfItsRow() {
        assertThat(way(CalculationTask.these(List.of(6L, 5L), CHAIN)).origin(5, Map.of(), Origin.PUBLISHED))
                .isEqualTo(CHAIN);
    }

    @Test
    void aRecordThatPointsToWhatARowNamesIsNewsOfItsRowUntilTheRowIsBehindIt() {
        CalculationTask task = CalculationTask.pointing("home", List.of(9L), CHAIN);
        Map<String, Object> here = Map.of("home", new RecordRef("homes", 9));
        assertThat(way(task).origin(5, here, Origin.PUBLISHED)).isEqualTo(CHAIN);
        assertThat(way(task).origin(5, Map.of("home", new RecordRef("homes", 8)), Origin.PUBLISHED))
                .isEqualTo(Origin.PUBLISHED);
        assertThat(way(task.behind(5)).origin(5, here, Origin.PUBLISHED)).isEqualTo(Origin.PUBLISHED);
    }

    @Test
    void aRecordThatPointsThereOverAnotherIsNewsOfThatRowToo() {
        CalculationTask task = CalculationTask.pointing("house.home", List.of(19L), CHAIN);
        assertThat(way(task).origin(5, Map.of(), Origin.PUBLISHED)).isEqualTo(CHAIN);
        CalculationTask other = CalculationTask.pointing("house.home", List.of(18L), CHAIN);
        assertThat(way(other).origin(5, Map.of(), Origin.PUBLISHED)).isEqualTo(Origin.PUBLISHED);
    }

    @Test
    void whatAnAutomationDidIsItsNewsWhoeverTookItIn() {
        ChangesOnTheirWay both =
                way(CalculationTask.these(List.of(5L), Origin.SOMEBODY), CalculationTask.these(List.of(5L), CHAIN));
        assertThat(both.origin(5, Map.of(), Origin.PUBLISHED)).isEqualTo(CHAIN);
        assertThat(both.origin(5, Map.of(), Origin.SOMEBODY)).isEqualTo(CHAIN);
        assertThat(both.origin(6, Map.of(), Origin.SOMEBODY)).isEqualTo(Origin.SOMEBODY);
    }

    private static ChangesOnTheirWay way(CalculationTask... tasks) {
        return new ChangesOnTheirWay(
                List.of(tasks),
                (values, relation) ->
                        relation.equals("house.home") ? List.of(19L) : RecordLinks.targets(values.get(relation)));
    }
}
