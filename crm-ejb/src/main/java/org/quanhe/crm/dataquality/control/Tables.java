package org.quanhe.crm.dataquality.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.control.encoding.EncodingDetector;
import org.quanhe.crm.dataquality.control.encoding.FileSample;
import org.quanhe.crm.dataquality.control.encoding.TextEncoding;
import org.quanhe.crm.dataquality.control.table.TableFile;
import org.quanhe.crm.dataquality.control.table.TableFormat;
import org.quanhe.crm.dataquality.control.table.TableFormats;
import org.quanhe.crm.dataquality.control.table.TableRow;
import org.quanhe.crm.dataquality.entity.ImportJob;
import org.quanhe.crm.platform.CrmException;

/** Opens the files of imports. */
@ApplicationScoped
public class Tables {
    private static final int SHOWN_ROWS = 10;
    /** Where a format tells how far it is, the rest is estimated from here on. */
    private static final int COUNTED_ROWS = 20_000;

    @Inject
    private TableFormats formats;

    @Inject
    private ImportFiles files;

    /**
     * The beginning of a table.
     *
     * @param encoding null where the format has none
     * @param total rows, exact for short tables
     */
    record Beginning(@Nullable TextEncoding encoding, List<String> headers, List<List<String>> rows, long total) {}

    /** Looks at a file for the first time, or with another encoding; refuses what is no table. */
    Beginning look(ImportJob job, @Nullable String encodingName) {
        TableFile file = file(job);
        try {
            TableFormat format = formats.of(file);
            format.inspect(file);
            TextEncoding encoding = null;
            if (format.textual()) {
                encoding = encodingName == null || encodingName.isBlank()
                        ? EncodingDetector.detect(FileSample.of(file.path()))
                        : TextEncoding.named(encodingName);
            }
            try (OpenTable table = OpenTable.open(format, file, encoding == null ? TextEncoding.UTF_8 : encoding)) {
                return beginning(job, encoding, table);
            }
        } catch (IOException unreadable) {
            throw CrmException.unavailable("dataquality.error.fileGone", unreadable);
        }
    }

    private static Beginning beginning(ImportJob job, @Nullable TextEncoding encoding, OpenTable table) {
        List<List<String>> shown = new ArrayList<>();
        long count = 0;
        for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
            count++;
            if (shown.size() < SHOWN_ROWS) {
                shown.add(shown(row.get(), table.headers().size()));
            }
            if (count >= COUNTED_ROWS && table.tellsProgress()) {
                count = table.estimate(count);
                break;
            }
        }
        if (count == 0) {
            throw CrmException.invalid("dataquality.error.noRows", job.fileName());
        }
        return new Beginning(encoding, table.headers(), shown, count);
    }

    private static List<String> shown(TableRow row, int width) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            String cell = row.cell(column);
            cells.add(cell.length() > 200 ? cell.substring(0, 200) + "…" : cell);
        }
        return cells;
    }

    /** Opens the table of an import that was looked at. */
    OpenTable open(ImportJob job) {
        TableFile file = file(job);
        try {
            TextEncoding encoding = job.encoding().isEmpty() ? TextEncoding.UTF_8 : TextEncoding.named(job.encoding());
            return OpenTable.open(formats.of(file), file, encoding);
        } catch (IOException unreadable) {
            throw CrmException.unavailable("dataquality.error.fileGone", unreadable);
        }
    }

    private TableFile file(ImportJob job) {
        return new TableFile(files.path(job.storedName()), job.fileName());
    }
}
