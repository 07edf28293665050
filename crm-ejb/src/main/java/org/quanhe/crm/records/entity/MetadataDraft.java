package org.quanhe.crm.records.entity;

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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.metadata.Draft;
import org.quanhe.crm.records.metadata.Fitting;
import org.quanhe.crm.records.metadata.Stand;

/** Changes of metadata that wait, or what became of them. */
@Entity
@Table(name = "metadata_draft")
public class MetadataDraft {
    private static final int LONGEST_REASON = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "metadata_seq")
    @SequenceGenerator(name = "metadata_seq", sequenceName = "metadata_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    private long base;

    private String changes = "[]";

    /** JSON of automations and the like that came with a file. */
    private String things = "{}";

    /** JSON list of [type, name, number]: what stands in for records that the file named. */
    private String instead = "[]";

    /** Tag of the language in which the file speaks. */
    private String spoken = Language.EN.tag();

    @Column(name = "thing_count")
    private int thingCount;

    private String why = "";

    @Enumerated(EnumType.STRING)
    private Draft.State state = Draft.State.OPEN;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "created_by")
    private long createdBy;

    @Column(name = "published_as")
    private @Nullable Long publishedAs;

    protected MetadataDraft() {
        // for JPA
    }

    public MetadataDraft(long base, Instant createdAt, long createdBy) {
        this.base = base;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    /** Says what it changes. */
    public void write(List<?> documents, String reason) {
        waits();
        changes = JsonText.write(documents);
        why = reason;
    }

    /** Takes along what a file brings beside types and fields. */
    public void take(String fileThings, int count) {
        waits();
        things = fileThings;
        thingCount = count;
    }

    public void fit(Fitting fitting) {
        spoken = fitting.spoken().tag();
        standIn(fitting.instead());
    }

    /** How the file is fitted to this server. */
    public Fitting fitting() {
        return new Fitting(Language.ofTag(spoken), instead());
    }

    /** What stands in for records that the file named, beside what was said before. */
    public void standIn(List<Stand> stands) {
        waits();
        Map<String, Stand> all = new LinkedHashMap<>();
        instead().forEach(stand -> all.put(stand.type() + "/" + stand.name(), stand));
        stands.forEach(stand -> all.put(stand.type() + "/" + stand.name(), stand));
        instead = JsonText.write(all.values().stream()
                .map(stand -> List.of(stand.type(), stand.name(), stand.id()))
                .toList());
    }

    private List<Stand> instead() {
        return JsonText.readList(instead).stream()
                .map(List.class::cast)
                .map(stand -> new Stand(
                        stand.get(0).toString(),
                        stand.get(1).toString(),
                        Long.parseLong(stand.get(2).toString())))
                .toList();
    }

    public String things() {
        return things;
    }

    public boolean bringsThings() {
        return thingCount > 0;
    }

    public void publishedAs(long number) {
        waits();
        state = Draft.State.PUBLISHED;
        publishedAs = number;
    }

    public void discard() {
        waits();
        state = Draft.State.DISCARDED;
    }

    private void waits() {
        if (state != Draft.State.OPEN) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT,
                    LocalizedMessage.of("records.metadata.error.notWaiting." + state.name()));
        }
    }

    /** A reason as it is kept; INVALID where it is too long. */
    public static String reason(String why) {
        String reason = why.strip();
        if (reason.length() > LONGEST_REASON) {
            throw CrmException.invalidField(
                    "why", LocalizedMessage.of("records.error.tooLong", reason.length(), LONGEST_REASON));
        }
        return reason;
    }

    public long id() {
        return id;
    }

    public Draft view() {
        return new Draft(
                id, base, JsonText.readList(changes), thingCount, why, state, createdAt, createdBy, publishedAs);
    }
}
