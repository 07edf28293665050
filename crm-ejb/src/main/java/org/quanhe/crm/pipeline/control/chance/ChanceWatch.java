package org.quanhe.crm.pipeline.control.chance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.spi.RecordListener;
import org.quanhe.crm.records.spi.WrittenRecord;

/** What is talked with people, and what their leads do, changes the chances of their opportunities. */
@ApplicationScoped
public class ChanceWatch implements RecordListener {
    private static final List<String> OF_LEADS = List.of("score", "source", "firstChannel");

    @Inject
    private ChanceFollower chances;

    @Inject
    private TimeSource time;

    @Override
    public boolean wants(String type, String action) {
        return Set.of("activities", "leads").contains(type);
    }

    @Override
    public void written(WrittenRecord record) {
        if (record.ref().type().equals("leads")) {
            if (!record.action().equals("created") && OF_LEADS.stream().anyMatch(record::changed)) {
                chances.due("leadId", record.ref().id(), time.now());
            }
            return;
        }
        if (record.was("opportunity") instanceof RecordRef before) {
            chances.due("id", before.id(), time.now());
        }
        if (record.is("opportunity") instanceof RecordRef now && !now.equals(record.was("opportunity"))) {
            chances.due("id", now.id(), time.now());
        }
    }
}
