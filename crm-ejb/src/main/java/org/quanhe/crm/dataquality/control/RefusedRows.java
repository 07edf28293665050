package org.quanhe.crm.dataquality.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quanhe.crm.dataquality.entity.ImportJob;
import org.quanhe.crm.dataquality.entity.ImportRefused;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Texts;

/** The rows that were not written, as a file that can be mended and imported again. */
@ApplicationScoped
public class RefusedRows {
    private static final String ROW = "dataquality.refused.row";
    private static final String REASONS = "dataquality.refused.reasons";
    private static final int PAGE = 500;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    /** True for a column that this class added: a mended file is imported without a word about it. */
    static boolean ownColumn(String header) {
        for (Language language : Language.values()) {
            if (header.equals(Texts.in(language).text(ROW))
                    || header.equals(Texts.in(language).text(REASONS))) {
                return true;
            }
        }
        return false;
    }

    /** Writes UTF-8 with BOM, so that spreadsheets open it unbroken: row number, reasons, the row's own cells. */
    public void write(ImportJob job, Language language, OutputStream to) throws IOException {
        Texts texts = Texts.in(language);
        List<String> header = new ArrayList<>(List.of(texts.text(ROW), texts.text(REASONS)));
        JsonText.readList(job.headers()).forEach(name -> header.add(name.toString()));
        CsvTable csv = new CsvTable(to);
        csv.row(header);
        long behind = 0;
        for (List<ImportRefused> page = page(job, behind); !page.isEmpty(); page = page(job, behind)) {
            for (ImportRefused row : page) {
                csv.row(cells(row, texts));
                behind = row.rowNumber();
            }
            entities.clear();
        }
        csv.close();
    }

    private static List<String> cells(ImportRefused row, Texts texts) {
        List<String> cells = new ArrayList<>();
        cells.add(Long.toString(row.rowNumber()));
        cells.add(StoredMessages.read(row.reasons()).stream()
                .map((LocalizedMessage reason) -> texts.text(reason))
                .collect(Collectors.joining("; ")));
        JsonText.readList(row.cells()).forEach(cell -> cells.add(cell.toString()));
        return cells;
    }

    private List<ImportRefused> page(ImportJob job, long behind) {
        return entities.createQuery(
                        "select r from ImportRefused r where r.jobId = :job and r.rowNumber > :behind"
                                + " order by r.rowNumber",
                        ImportRefused.class)
                .setParameter("job", job.id())
                .setParameter("behind", behind)
                .setMaxResults(PAGE)
                .getResultList();
    }
}
