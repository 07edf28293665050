package org.quanhe.crm.automation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.RunView;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.entity.StoredText;

/** One run of an automation for one record, on the document it began with. */
@Entity
@Table(name = "automation_run")
public class AutomationRun {
    /** So often a step is tried before the run is given up. */
    public static final int MOST_ATTEMPTS = 5;

    private static final Duration ROUND = Duration.ofMinutes(15);
    private static final Duration SECOND_LOOK = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "automation_seq")
    @SequenceGenerator(name = "automation_seq", sequenceName = "automation_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    @Column(name = "automation_id")
    private long automationId;

    private String document = "{}";

    private String author = "";

    @Column(name = "record_type")
    private String recordType = "";

    @Column(name = "record_id")
    private long recordId;

    private String title = "";

    @Enumerated(EnumType.STRING)
    private RunView.State state = RunView.State.WAITING;

    private int step;

    private int attempts;

    @Column(name = "next_at")
    private @Nullable Instant nextAt;

    private String chain = "";

    private String trace = "[]";

    /** What a moment set it off for, null where a written record did. */
    private @Nullable String occasion;

    /** At the latest then a step that waits for its record goes on, null where none does. */
    @Column(name = "watch_until")
    private @Nullable Instant watchUntil;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    /** Null for one that has not ended. */
    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected AutomationRun() {
        // for JPA
    }

    /** @param chain numbers of the automations that led here, oldest first, this one last */
    public AutomationRun(AutomationRule rule, RecordRef record, String title, List<Long> chain, Instant at) {
        this.automationId = rule.id();
        this.document = rule.document();
        this.author = rule.author();
        this.recordType = record.type();
        this.recordId = record.id();
        this.title = title;
        this.chain = String.join(",", chain.stream().map(String::valueOf).toList());
        this.createdAt = at;
        this.nextAt = at;
    }

    /** It is the one run of its automation for that record and occasion. */
    public void forOccasion(String what) {
        occasion = what;
    }

    /** Adds a line to the trace. */
    public void say(Instant at, LocalizedMessage text) {
        List<Object> lines = new ArrayList<>(JsonText.readList(trace));
        lines.add(List.of(at.toString(), StoredText.of(text)));
        trace = JsonText.write(lines);
    }

    /** The next step is that one, at once or later. */
    public void goOn(int next, Instant at) {
        waits();
        step = next;
        attempts = 0;
        nextAt = at;
    }

    /**
     * The step under way waits for its record, and at the latest until that moment; it is asked now and then between,
     * for a crash may have swallowed the news of a change.
     */
    public void watch(int under, Instant latest, Instant now) {
        waits();
        step = under;
        attempts = 0;
        // who changed the record while this was first looked at did not see that it waits: looked at once more soon
        Instant round = now.plus(watchUntil == null ? SECOND_LOOK : ROUND);
        watchUntil = latest;
        nextAt = latest.isBefore(round) ? latest : round;
    }

    /** Its record has changed: asked at once. */
    public void wake(Instant now) {
        if (waiting() && watchUntil != null) {
            nextAt = now;
        }
    }

    public Optional<Instant> watchedUntil() {
        return Optional.ofNullable(watchUntil);
    }

    /** What the step before waited for is no matter of the next one. */
    public void watchesNoMore() {
        watchUntil = null;
    }

    /** The step under way is being done outside: nobody else begins it before that moment. */
    public void claim(int under, Instant until) {
        waits();
        if (step != under) {
            attempts = 0;
        }
        step = under;
        nextAt = until;
    }

    /** The step failed and would fail again. */
    public void giveUp(Instant at) {
        attempts++;
        end(RunView.State.FAILED, at);
    }

    public void done(Instant at) {
        end(RunView.State.DONE, at);
    }

    public void stop(Instant at) {
        end(RunView.State.STOPPED, at);
    }

    /** A try failed: later again, or given up. */
    public void failed(Instant at) {
        waits();
        attempts++;
        if (attempts >= MOST_ATTEMPTS) {
            end(RunView.State.FAILED, at);
        } else {
            nextAt = at.plus(FIRST_PAUSE.multipliedBy(1L << (2 * (attempts - 1))));
        }
    }

    /** Somebody wants the failed step tried again. */
    public void retry(Instant at) {
        if (state != RunView.State.FAILED) {
            throw wrongState();
        }
        state = RunView.State.WAITING;
        attempts = 0;
        nextAt = at;
        endedAt = null;
    }

    private void end(RunView.State as, Instant at) {
        waits();
        state = as;
        nextAt = null;
        endedAt = at;
    }

    private void waits() {
        if (state != RunView.State.WAITING) {
            throw wrongState();
        }
    }

    private CrmException wrongState() {
        return new CrmException(
                CrmException.Kind.CONFLICT,
                LocalizedMessage.of("automation.error.state", LocalizedMessage.of("automation.state." + state.name())));
    }

    public boolean waiting() {
        return state == RunView.State.WAITING;
    }

    public boolean due(Instant now) {
        return waiting() && nextAt != null && !nextAt.isAfter(now);
    }

    public long id() {
        return id;
    }

    public long automationId() {
        return automationId;
    }

    public String document() {
        return document;
    }

    public String author() {
        return author;
    }

    public RecordRef record() {
        return new RecordRef(recordType, recordId);
    }

    public int step() {
        return step;
    }

    public RunView.State state() {
        return state;
    }

    /** Numbers of the automations that led here, this one last. */
    public List<Long> chain() {
        return chain.isEmpty()
                ? List.of()
                : List.of(chain.split(",")).stream().map(Long::valueOf).toList();
    }

    public RunView view(String name) {
        List<RunView.Line> lines = new ArrayList<>();
        for (Object line : JsonText.readList(trace)) {
            List<?> parts = (List<?>) line;
            lines.add(new RunView.Line(Instant.parse(parts.get(0).toString()), StoredText.read(parts.get(1))));
        }
        return new RunView(id, automationId, name, record(), title, state, createdAt, nextAt, attempts, lines);
    }
}
