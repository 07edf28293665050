package org.quanhe.crm.dataquality.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.quanhe.crm.dataquality.control.columns.ColumnMapping;
import org.quanhe.crm.dataquality.control.columns.ColumnProposal;
import org.quanhe.crm.dataquality.control.columns.RowInterpreter;
import org.quanhe.crm.dataquality.entity.ImportJob;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.control.SeenTypes;

/** Opens the rows of an import, interpreted and checked. */
@ApplicationScoped
public class RowStreams {
    @Inject
    private Tables tables;

    @Inject
    private RecordTypes types;

    @Inject
    private SeenTypes seen;

    @Inject
    private RecordWriter writer;

    @Inject
    private PeopleByName people;

    /** Rows as that mapping reads them; an empty one stands for the proposal. */
    RowStream open(ImportJob job, Map<String, String> mapping) {
        RecordTypeView type = seen.of(types.named(job.recordType())).view();
        OpenTable table = tables.open(job);
        try {
            Map<String, String> chosen =
                    mapping.isEmpty() ? new ColumnProposal(type).of(table.headers()) : Map.copyOf(mapping);
            ColumnMapping columns = new ColumnMapping(type, table.headers(), chosen);
            RowInterpreter interpreter = new RowInterpreter(type, columns, people.all());
            return new RowStream(table, columns, interpreter, new RowCheck(writer, type), job.encoding());
        } catch (RuntimeException refused) {
            table.close();
            throw refused;
        }
    }
}
