package org.quanhe.crm.identity.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.entity.Field;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.entity.RecordType;

/** Colleagues who share their records. */
@Entity
@Access(AccessType.FIELD)
@RecordType(name = "teams", icon = "pi-sitemap", rights = RecordType.Preset.ADMINISTERED)
public class Team extends RecordEntity {
    @Field(
            kind = FieldKind.TEXT,
            max = 200,
            uses = {Use.REQUIRED, Use.LIST, Use.QUICK, Use.SEARCHED, Use.TITLE, Use.SORTABLE})
    private String name = "";

    @Field(
            kind = FieldKind.LONG_TEXT,
            max = 2000,
            uses = {Use.LIST, Use.QUICK})
    private @Nullable String description;

    @Override
    public String title() {
        return name;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }
}
