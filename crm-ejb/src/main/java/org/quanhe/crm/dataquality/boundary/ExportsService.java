package org.quanhe.crm.dataquality.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.quanhe.crm.dataquality.Exports;
import org.quanhe.crm.dataquality.control.ExportedTable;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.Records;

/** Writes lists into files, page by page as a list shows them: the same order, the same rights. */
@Stateless
@Local(Exports.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExportsService implements Exports {
    @Inject
    private Records records;

    @Inject
    private Metadata metadata;

    @Override
    public void write(
            ListQuery query, List<Long> ids, List<String> columns, Format format, Language language, OutputStream to) {
        try {
            new ExportedTable(records, metadata.type(query.type()), columns, language).write(query, ids, format, to);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
