package org.quanhe.crm.pipeline.control.chance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.spi.RecordListener;
import org.quanhe.crm.records.spi.WrittenRecord;

/** What is talked with people, and what their leads do, changes the chances of their opportunities. */
@ApplicationScoped
public class ChanceWatch implements RecordListener {
    private static final List<String> OF_LEADS =
            List.of("score", "source", "firstChannel", "industry", "employees", "jobTitle");

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
        writtenTogether(List.of(record));
    }

    @Override
    public void writtenTogether(List<WrittenRecord> records) {
        Set<Long> leads = new HashSet<>();
        Set<Long> opportunities = new HashSet<>();
        for (WrittenRecord record : records) {
            if (!record.ref().type().equals("leads")) {
                Stream.of(record.was("opportunity"), record.is("opportunity"))
                        .filter(RecordRef.class::isInstance)
                        .forEach(ref -> opportunities.add(((RecordRef) ref).id()));
            } else if (!record.action().equals("created") && OF_LEADS.stream().anyMatch(record::changed)) {
                leads.add(record.ref().id());
            }
        }
        chances.dueOfLeads(leads, time.now());
        chances.due(opportunities, time.now());
    }
}
