package org.quanhe.crm.dataquality;

import java.io.OutputStream;
import java.util.List;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.ListQuery;

/** Export of lists, within the caller's rights, in the file's own language and order. */
public interface Exports {
    /**
     * Writes all records that the query finds.
     *
     * @param ids only these, all if empty
     * @param columns field names, empty for the columns of the list
     */
    void write(
            ListQuery query, List<Long> ids, List<String> columns, Format format, Language language, OutputStream to);

    /** File formats; CSV is UTF-8 with BOM, so that spreadsheets open it unbroken. Formulas are defused. */
    enum Format {
        CSV,
        XLSX
    }
}
