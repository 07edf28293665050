package org.quanhe.crm.records.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;

/** A record that goes through the stages of the lifecycle and is held against the profile of the ideal customer. */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class StagedRecord extends OwnedRecord {
    /** Names of its fields. */
    public static final String STAGE = "lifecycleStage";

    public static final String SINCE = "stageSince";
    public static final String FIT = "fit";

    /** What {@link #FIT} holds; nothing where no profile says what to look for. */
    public static final String FITS = "fits";

    public static final String FITS_NOT = "does-not-fit";

    @Field(
            kind = FieldKind.CHOICE,
            name = STAGE,
            uses = {Use.READ_ONLY, Use.FACET, Use.SORTABLE})
    @Column(name = "lifecycle_stage")
    private @Nullable String lifecycleStage;

    @Field(
            kind = FieldKind.DATE_TIME,
            name = SINCE,
            uses = {Use.READ_ONLY, Use.SORTABLE})
    @Column(name = "stage_since")
    private @Nullable Instant stageSince;

    /** How many stages it was in before; -1 before the first. */
    @Column(name = "stage_place")
    private int stagePlace = -1;

    @Field(
            kind = FieldKind.CHOICE,
            choices = {FITS, FITS_NOT},
            uses = {Use.READ_ONLY, Use.FACET})
    private @Nullable String fit;

    /** It is in that stage from now on. */
    public void enter(String stage, Instant at) {
        lifecycleStage = stage;
        stageSince = at;
        stagePlace++;
    }

    /** It was held against the profile. */
    public void judged(@Nullable String outcome) {
        fit = outcome;
    }

    public @Nullable String getLifecycleStage() {
        return lifecycleStage;
    }

    public @Nullable Instant getStageSince() {
        return stageSince;
    }

    public int stagePlace() {
        return stagePlace;
    }

    public @Nullable String getFit() {
        return fit;
    }
}
