package org.quanhe.crm.dataquality.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.Imports;
import org.quanhe.crm.dataquality.control.AnswerLanguage;
import org.quanhe.crm.dataquality.control.ImportFiles;
import org.quanhe.crm.dataquality.control.ImportJobs;
import org.quanhe.crm.dataquality.control.ImportTrials;
import org.quanhe.crm.dataquality.control.ImportWorker;
import org.quanhe.crm.dataquality.control.RefusedRows;
import org.quanhe.crm.dataquality.entity.ImportJob;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.spi.Access;

/**
 * Imports as people see them. No transaction of its own: files are read here for as long as that takes, and what is
 * decided about a job is a short transaction of {@link ImportJobs}.
 */
@Stateless
@Local(Imports.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportsService implements Imports {
    @Inject
    private ImportJobs jobs;

    @Inject
    private ImportFiles files;

    @Inject
    private ImportTrials trials;

    @Inject
    private ImportWorker worker;

    @Inject
    private RefusedRows refused;

    @Inject
    private RecordTypes types;

    @Inject
    private Access access;

    @Inject
    private AnswerLanguage language;

    @Inject
    private TimeSource time;

    @Override
    public int maxMegabytes() {
        return files.maxMegabytes();
    }

    @Override
    public ImportPreview upload(String type, String fileName, InputStream content, @Nullable String encoding) {
        mayImport(type);
        String stored = keep(content);
        ImportJob job = null;
        try {
            job = jobs.create(new ImportJob(access.caller(), type, fileName, stored, time.now()));
            return trials.look(job, encoding);
        } catch (RuntimeException refusal) {
            files.remove(stored);
            if (job != null) {
                jobs.discard(job.id());
            }
            throw refusal;
        }
    }

    private String keep(InputStream content) {
        try {
            return files.keep(content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void mayImport(String type) {
        types.named(type);
        if (access.readable(type).equals(Filter.NONE)) {
            throw RecordTypes.unknown(type);
        }
        if (access.writable(type).equals(Filter.NONE)) {
            throw CrmException.forbidden("dataquality.error.mayNotImport", LocalizedMessage.of(type + ".type"));
        }
    }

    @Override
    public ImportPreview preview(long id, @Nullable String encoding) {
        ImportJob job = visible(id);
        refuseStarted(job);
        return trials.look(job, encoding);
    }

    @Override
    public DryRun dryRun(long id, Map<String, String> mapping) {
        ImportJob job = visible(id);
        refuseStarted(job);
        return trials.dryRun(job, mapping, language.current());
    }

    @Override
    public void start(long id, Map<String, String> mapping) {
        ImportJob job = visible(id);
        refuseStarted(job);
        mayImport(job.recordType());
        ImportTrials.Columns columns = trials.columns(job, mapping);
        jobs.decide(id, found -> found.start(columns.mapping(), columns.warnings()));
        worker.wake();
    }

    private static void refuseStarted(ImportJob job) {
        if (job.state() != State.UPLOADED) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT,
                    LocalizedMessage.of(
                            "dataquality.error.notStartable",
                            LocalizedMessage.of(
                                    "dataquality.state." + job.state().name())));
        }
    }

    @Override
    public ImportStatus status(long id) {
        return language.tell(visible(id));
    }

    @Override
    public List<ImportStatus> recent(int limit) {
        return jobs.newest(access.caller().id(), Math.min(Math.max(limit, 1), 100)).stream()
                .map(language::tell)
                .toList();
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void writeRefused(long id, OutputStream to) {
        try {
            refused.write(visible(id), language.current(), to);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void undo(long id) {
        visible(id);
        jobs.decide(id, ImportJob::undo);
        worker.wake();
    }

    @Override
    public void discard(long id) {
        ImportJob job = visible(id);
        if (job.state() == State.UPLOADED) {
            jobs.discard(id);
            files.remove(job.storedName());
        }
    }

    /** An import that the caller may see: an own one, any for administrators. Others do not exist. */
    private ImportJob visible(long id) {
        return jobs.find(id)
                .filter(job ->
                        job.ownerId() == access.caller().id() || access.caller().administrator())
                .orElseThrow(() -> new CrmException(
                        CrmException.Kind.NOT_FOUND,
                        LocalizedMessage.of("dataquality.error.unknownImport", Long.toString(id))));
    }
}
