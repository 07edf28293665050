package org.quanhe.crm.processes.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.processes.ProcessRuns;
import org.quanhe.crm.processes.RunView;
import org.quanhe.crm.processes.StepTimes;
import org.quanhe.crm.processes.WaitingStep;
import org.quanhe.crm.processes.control.RunBook;
import org.quanhe.crm.processes.control.RunsShown;
import org.quanhe.crm.processes.control.TimesReport;
import org.quanhe.crm.processes.control.Versions;
import org.quanhe.crm.processes.control.WaitingSteps;
import org.quanhe.crm.processes.entity.BusinessProcess;
import org.quanhe.crm.processes.entity.ProcessRun;
import org.quanhe.crm.records.control.SeenTypes;

/** The façade of records on their way through processes. */
@Stateless
@Local(ProcessRuns.class)
public class ProcessRunsService implements ProcessRuns {
    private static final int MOST = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RunBook book;

    @Inject
    private RunsShown shown;

    @Inject
    private WaitingSteps waitingSteps;

    @Inject
    private TimesReport report;

    @Inject
    private Versions versions;

    @Inject
    private SeenTypes seen;

    @Override
    public RunView start(long process, long record) {
        readable(process);
        return view(book.start(process, record));
    }

    @Override
    public RunView open(long run) {
        ProcessRun found = entities.find(ProcessRun.class, run);
        if (found == null) {
            throw noRun(run);
        }
        return view(found);
    }

    @Override
    public List<RunView> ofRecord(RecordRef record) {
        seen.readable(record.type());
        return shown
                .of(entities.createQuery(
                                "select r from ProcessRun r where r.recordType = :type and r.recordId = :id"
                                        + " order by r.id desc",
                                ProcessRun.class)
                        .setParameter("type", record.type())
                        .setParameter("id", record.id())
                        .setMaxResults(MOST)
                        .getResultList())
                .stream()
                .sorted(Comparator.comparing(run -> run.endedAt() != null))
                .toList();
    }

    @Override
    public List<RunView> runs(long process, @Nullable Long before, int limit) {
        readable(process);
        return shown.of(entities.createQuery(
                        "select r from ProcessRun r where r.processId = :id and r.id < :before order by r.id desc",
                        ProcessRun.class)
                .setParameter("id", process)
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(within(limit))
                .getResultList());
    }

    @Override
    public RunView complete(long run, int at, Map<String, ?> answers) {
        return view(book.complete(run, at, answers));
    }

    @Override
    public RunView stop(long run, String why) {
        return view(book.stop(run, why));
    }

    @Override
    public Portion<WaitingStep> waiting(boolean everybodys, @Nullable String cursor, int limit) {
        return waitingSteps.of(everybodys, cursor, within(limit));
    }

    @Override
    public StepTimes times(long process, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw CrmException.invalid("processes.error.period");
        }
        return report.of(readable(process), from, to);
    }

    private BusinessProcess readable(long id) {
        BusinessProcess process = versions.process(id);
        seen.readable(process.recordType());
        return process;
    }

    private RunView view(ProcessRun run) {
        return shown.one(run).orElseThrow(() -> noRun(run.id()));
    }

    private static CrmException noRun(long run) {
        return CrmException.notFound(new RecordRef("process-runs", run));
    }

    private static int within(int limit) {
        return Math.max(1, Math.min(limit, MOST));
    }
}
