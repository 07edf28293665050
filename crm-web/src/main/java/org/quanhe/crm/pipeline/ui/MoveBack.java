package org.quanhe.crm.pipeline.ui;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import org.quanhe.crm.pipeline.Opportunities;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.Records.BulkResult;
import org.quanhe.crm.shell.ui.Undo;

/**
 * The way back of an opportunity that was moved or closed.
 *
 * @param version that the move made: what somebody did since is not taken back
 * @param stage where it stood; empty to work at a closed one again
 */
record MoveBack(long id, long version, String stage) implements Undo {
    @Override
    public BulkResult with(Records records) {
        Opportunities opportunities = CDI.current().select(Opportunities.class).get();
        RecordRef ref = new RecordRef("opportunities", id);
        if (stage.isEmpty()) {
            opportunities.reopen(ref, version);
        } else {
            opportunities.move(ref, version, stage);
        }
        return new BulkResult(List.of(id), 0, List.of());
    }

    @Override
    public String said() {
        return "ui.undo.changed";
    }
}
