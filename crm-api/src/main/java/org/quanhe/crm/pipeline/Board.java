package org.quanhe.crm.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.RecordView;

/**
 * The open opportunities of a pipeline, by stage.
 *
 * @param amounts the caller may read amounts
 * @param all everything on the board
 * @param weighted what is on the board, each amount times its probability
 * @param stuck what stands in its stage longer than the norm
 */
public record Board(
        PipelineView pipeline,
        boolean amounts,
        Figures all,
        List<Money> weighted,
        Figures stuck,
        List<Column> columns) {
    public Board {
        weighted = List.copyOf(weighted);
        columns = List.copyOf(columns);
    }

    /**
     * What is asked for.
     *
     * @param pipeline code, empty for the first
     * @param stuck only what is stuck
     * @param withoutNextStep only what nothing is planned for
     * @param cards most cards of a column
     */
    public record Question(String pipeline, Narrowing whose, boolean stuck, boolean withoutNextStep, int cards) {
        /** Most cards of a column that can be asked for. */
        public static final int MOST_CARDS = 200;
    }

    /**
     * A stage and what stands in it.
     *
     * @param cards who stands there longest first, at most as many as asked for
     */
    public record Column(Stage stage, Figures all, List<Money> weighted, Figures stuck, List<Card> cards) {
        public Column {
            weighted = List.copyOf(weighted);
            cards = List.copyOf(cards);
        }
    }

    /**
     * An opportunity.
     *
     * @param next task or appointment that is due first, null if none is planned
     * @param days whole days in the stage
     */
    public record Card(RecordView record, @Nullable RecordView next, long days, boolean stuck) {}
}
