package org.quanhe.crm.records.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;

/** A record that somebody looks after: rights go by its owner and team. */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class OwnedRecord extends RecordEntity {
    /** Names of the two fields that rights look at. */
    public static final String OWNER = "owner";

    public static final String TEAM = "team";

    @Field(
            kind = FieldKind.REFERENCE,
            name = OWNER,
            target = "users",
            uses = {Use.LIST, Use.FACET, Use.SORTABLE})
    @Column(name = "owner_id")
    private @Nullable Long ownerId;

    @Field(kind = FieldKind.REFERENCE, name = TEAM, target = "teams", uses = Use.FACET)
    @Column(name = "team_id")
    private @Nullable Long teamId;

    public @Nullable Long getOwnerId() {
        return ownerId;
    }

    public void setOwnerId(@Nullable Long ownerId) {
        this.ownerId = ownerId;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    public void setTeamId(@Nullable Long teamId) {
        this.teamId = teamId;
    }
}
