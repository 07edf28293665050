package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.spi.RecordListener;
import org.quanhe.crm.records.spi.WrittenRecord;

/** Keeps by what leads and customers are known again, in the transaction that writes them. */
@ApplicationScoped
public class PersonKeyBook implements RecordListener {
    static final String LEADS = "leads";
    static final String CUSTOMERS = "customers";

    private static final Set<String> ACTIONS =
            Set.of(RecordWriter.CREATED, RecordWriter.CHANGED, RecordWriter.DELETED, RecordWriter.RESTORED);

    /** Of a number that hundreds have, such as that of a switchboard, no more are looked at. */
    private static final int MOST = 50;

    @Inject
    private PersonKeyRows rows;

    @Override
    public boolean wants(String type, String action) {
        return (type.equals(LEADS) || type.equals(CUSTOMERS)) && ACTIONS.contains(action);
    }

    @Override
    public void written(WrittenRecord record) {
        writtenTogether(List.of(record));
    }

    @Override
    public void writtenTogether(List<WrittenRecord> records) {
        Map<RecordRef, Set<String>> keys = new LinkedHashMap<>();
        for (WrittenRecord record : records) {
            Set<String> after = record.action().equals(RecordWriter.DELETED) ? Set.of() : PersonKeys.of(record.after());
            if (record.action().equals(RecordWriter.CHANGED) && after.equals(PersonKeys.of(record.before()))) {
                continue;
            }
            if (!record.action().equals(RecordWriter.CREATED)) {
                rows.remove(record.ref().id());
            }
            keys.put(record.ref(), after);
        }
        rows.add(keys);
    }

    /** Who has some of these keys, each with those that fit. */
    Map<RecordRef, Set<String>> find(Set<String> keys) {
        return keys.isEmpty() ? Map.of() : rows.find(keys, MOST);
    }
}
