package org.quanhe.crm.scoring.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.scoring.spi.LedgerLine;

/** The lines that a lead's score is the sum of. Whoever writes it has locked the lead. */
@Entity
@Table(name = "score_ledger")
public class ScoreLedger {
    @Id
    @Column(name = "lead_id")
    private long leadId;

    @Column(name = "model_number")
    private int modelNumber;

    @Column(name = "computed_at")
    private Instant computedAt = Instant.EPOCH;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    private String lines = "[]";

    protected ScoreLedger() {
        // for JPA
    }

    public ScoreLedger(long lead) {
        this.leadId = lead;
    }

    public long lead() {
        return leadId;
    }

    public int modelNumber() {
        return modelNumber;
    }

    public Instant computedAt() {
        return computedAt;
    }

    public List<LedgerLine> lines() {
        return JsonText.readList(lines).stream()
                .map(line -> LedgerLine.read((Map<?, ?>) line))
                .toList();
    }

    /**
     * It says something else from now on; lines that say the same as before keep their age.
     *
     * @return false if it says what it said
     */
    public boolean say(List<LedgerLine> now, int model, Instant at) {
        Map<String, LedgerLine> known = new LinkedHashMap<>();
        for (LedgerLine line : lines()) {
            known.put(line.rule() + line.at(), line);
            known.putIfAbsent(line.rule(), line);
        }
        List<Object> written = new ArrayList<>();
        Instant due = null;
        for (LedgerLine line : now) {
            LedgerLine before = known.getOrDefault(line.rule() + line.at(), known.get(line.rule()));
            LedgerLine kept = before != null && line.tellsTheSame(before) ? line.since(before.at()) : line;
            written.add(kept.document());
            Instant changes = kept.changesAt();
            due = changes == null || due != null && due.isBefore(changes) ? due : changes;
        }
        String text = JsonText.write(written);
        boolean differs = !text.equals(lines);
        if (differs || model != modelNumber || !Objects.equals(due, dueAt)) {
            lines = text;
            modelNumber = model;
            dueAt = due;
            computedAt = at;
        }
        return differs;
    }

    /** It has to be worked out again. */
    public void due(Instant at) {
        dueAt = at;
    }
}
