package org.quanhe.crm.shell.ui;

import java.io.Serializable;
import java.util.ArrayList;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.Records.BulkResult;
import org.quanhe.crm.records.Records.Replaced;

/** The way back from what was done with records. */
public interface Undo extends Serializable {
    BulkResult with(Records records);

    /** Key of the words for how many came back. */
    String said();

    /** Brings back what was deleted. */
    record OfDelete(String type, ArrayList<Long> ids) implements Undo {
        @Override
        public BulkResult with(Records records) {
            return records.restoreAll(type, ids);
        }

        @Override
        public String said() {
            return "ui.undo.done";
        }
    }

    /** Puts back what a change replaced. */
    record OfChange(String type, ArrayList<Replaced> replaced) implements Undo {
        @Override
        public BulkResult with(Records records) {
            return records.putBackAll(type, replaced);
        }

        @Override
        public String said() {
            return "ui.undo.changed";
        }
    }
}
