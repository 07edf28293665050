package org.quanhe.crm.records.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;

/** What every record has. Numbers are unique over all types. */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class RecordEntity {
    /** Among the custom values: the version that the last edit made, where calculated values made later ones. */
    private static final String EDITED = "~edited";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record_seq")
    @SequenceGenerator(name = "record_seq", sequenceName = "record_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    /** Collation key of the title: databases order names binary, people do not. */
    @Column(name = "sort_key")
    private String sortKey = "";

    @Field(kind = FieldKind.TEXT, max = 100, uses = Use.SEARCHED)
    @Column(name = "external_id")
    private @Nullable String externalId;

    @Convert(converter = CustomValues.class)
    private Map<String, Object> custom = Map.of();

    @Field(
            kind = FieldKind.DATE_TIME,
            uses = {Use.READ_ONLY, Use.SORTABLE})
    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Field(kind = FieldKind.REFERENCE, name = "createdBy", target = "users", uses = Use.READ_ONLY)
    @Column(name = "created_by")
    private long createdBy;

    @Field(
            kind = FieldKind.DATE_TIME,
            uses = {Use.READ_ONLY, Use.SORTABLE})
    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Field(kind = FieldKind.REFERENCE, name = "updatedBy", target = "users", uses = Use.READ_ONLY)
    @Column(name = "updated_by")
    private long updatedBy;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    /** The name under which the record is shown. */
    public abstract String title();

    /**
     * Refuses a state that must not be, with a {@link org.quanhe.crm.platform.CrmException}; called before each save.
     */
    public void verify() {
        // most types have no rule over several fields
    }

    /** Notes who saved it when, and keeps the order of lists. */
    public void saved(long by, Instant at, String collationKey) {
        if (custom.containsKey(EDITED)) {
            Map<String, Object> edited = new HashMap<>(custom);
            edited.remove(EDITED);
            setCustom(edited);
        }
        if (createdAt.equals(Instant.EPOCH)) {
            createdAt = at;
            createdBy = by;
        }
        updatedAt = at;
        updatedBy = by;
        sortKey = collationKey;
    }

    /**
     * Its calculated values follow something else. That is a new version, but no edit: whoever read the record before
     * may still change it.
     */
    public void recalculated() {
        if (!custom.containsKey(EDITED)) {
            Map<String, Object> changed = new HashMap<>(custom);
            changed.put(EDITED, BigDecimal.valueOf(version));
            setCustom(changed);
        }
    }

    /** True if nobody edited the record since that version. */
    public boolean unedited(long since) {
        return since == version
                || since < version && custom.get(EDITED) instanceof Number edited && edited.longValue() <= since;
    }

    public void delete(Instant at) {
        deletedAt = at;
    }

    public void restore() {
        deletedAt = null;
    }

    public boolean deleted() {
        return deletedAt != null;
    }

    public long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String sortKey() {
        return sortKey;
    }

    public @Nullable String getExternalId() {
        return externalId;
    }

    public void setExternalId(@Nullable String externalId) {
        this.externalId = externalId;
    }

    public Map<String, Object> getCustom() {
        return custom;
    }

    /**
     * Replaces all custom values: changes inside the map would not be noticed. Equal ones stay: a copy would count as a
     * change, and the record would get a version that nobody is told of.
     */
    public void setCustom(Map<String, Object> custom) {
        if (!this.custom.equals(custom)) {
            this.custom = Map.copyOf(custom);
        }
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Long getCreatedBy() {
        return createdBy;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public Long getUpdatedBy() {
        return updatedBy;
    }
}
