package org.quanhe.crm.dataquality.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.Imports.DryRun;
import org.quanhe.crm.dataquality.Imports.ImportPreview;
import org.quanhe.crm.dataquality.Imports.RowProblem;
import org.quanhe.crm.dataquality.control.columns.ColumnProposal;
import org.quanhe.crm.dataquality.control.columns.Warnings;
import org.quanhe.crm.dataquality.control.encoding.TextEncoding;
import org.quanhe.crm.dataquality.entity.ImportJob;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.SeenTypes;

/** Everything that can be said about an import before it writes. */
@ApplicationScoped
public class ImportTrials {
    private static final int MOST_TOLD = 100;

    @Inject
    private Tables tables;

    @Inject
    private RowStreams streams;

    @Inject
    private RecordTypes types;

    @Inject
    private SeenTypes seen;

    @Inject
    private ImportJobs jobs;

    /** The columns chosen and what is to be said about them, both as JSON. */
    public record Columns(String mapping, String warnings) {}

    /** Looks at the file's beginning, and keeps how it is read. */
    public ImportPreview look(ImportJob job, @Nullable String encodingName) {
        Tables.Beginning found = tables.look(job, encodingName);
        TextEncoding encoding = found.encoding();
        String read = encoding == null ? "" : encoding.ianaName();
        jobs.decide(job.id(), kept -> kept.readAs(read, JsonText.write(found.headers()), found.total()));
        return new ImportPreview(
                job.id(),
                job.recordType(),
                job.fileName(),
                read,
                encoding == null ? List.of() : TextEncoding.names(),
                found.headers(),
                found.rows(),
                new ColumnProposal(seen.of(types.named(job.recordType())).view()).of(found.headers()),
                found.total());
    }

    /** Checks a mapping without reading rows. */
    public Columns columns(ImportJob job, Map<String, String> mapping) {
        try (RowStream rows = streams.open(job, mapping)) {
            return new Columns(JsonText.write(mapping), StoredMessages.write(rows.aboutColumns()));
        }
    }

    /** Reads everything, writes nothing. */
    public DryRun dryRun(ImportJob job, Map<String, String> mapping, Language language) {
        try (RowStream rows = streams.open(job, mapping)) {
            Warnings warnings = rows.aboutColumns();
            List<RowProblem> problems = new ArrayList<>();
            long read = 0;
            long refused = 0;
            for (Optional<CheckedRow> row = rows.nextBehind(0, warnings);
                    row.isPresent();
                    row = rows.nextBehind(0, warnings)) {
                read++;
                if (!row.get().good()) {
                    refused++;
                    if (problems.size() < MOST_TOLD) {
                        problems.add(new RowProblem(
                                row.get().number(),
                                row.get().reasons().stream()
                                        .map(reason -> reason.in(language))
                                        .toList()));
                    }
                }
            }
            return new DryRun(
                    read,
                    read - refused,
                    problems,
                    refused,
                    warnings.messages().map(message -> message.in(language)).toList());
        }
    }
}
