package org.quanhe.crm.dataquality.control.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.quanhe.crm.dataquality.control.encoding.TextEncoding;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;

/** XLSX: the first sheet that has rows. */
@ApplicationScoped
public class Spreadsheet implements TableFormat {
    @Override
    public boolean recognises(TableFile file, byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] < 9;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean textual() {
        return false;
    }

    @Override
    public void inspect(TableFile file) throws IOException {
        try {
            try (ZipFile zip = new ZipFile(file.path().toFile())) {
                if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.xml") == null) {
                    throw CrmException.invalid("dataquality.error.notASpreadsheet", file.name());
                }
            }
            ArchiveLimits.check(file);
        } catch (ZipException broken) {
            throw broken(file, broken);
        }
    }

    @Override
    public TableSource open(TableFile file, TextEncoding encoding) throws IOException {
        try {
            return new SpreadsheetRows(file);
        } catch (ExcelReaderException | ZipException broken) {
            throw broken(file, broken);
        }
    }

    static CrmException broken(TableFile file, Exception cause) {
        LocalizedMessage text = LocalizedMessage.of("dataquality.error.brokenSpreadsheet", file.name());
        return new CrmException(CrmException.Kind.INVALID, text, List.of(), cause);
    }
}
