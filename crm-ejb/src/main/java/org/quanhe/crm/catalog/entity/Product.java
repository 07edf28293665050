package org.quanhe.crm.catalog.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.entity.Field;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.entity.RecordType;

/**
 * Something the company sells. Also the example of a new built-in type: this class, the texts {@code catalog_*} and the
 * migration V003 are all there is to it.
 */
@Entity
@Access(AccessType.FIELD)
@RecordType(name = "products", icon = "pi-box", menu = 30, rights = RecordType.Preset.SHARED)
public class Product extends RecordEntity {
    @Field(
            kind = FieldKind.TEXT,
            max = 200,
            uses = {Use.REQUIRED, Use.LIST, Use.QUICK, Use.SEARCHED, Use.TITLE, Use.SORTABLE})
    private String name = "";

    @Field(
            kind = FieldKind.TEXT,
            max = 60,
            uses = {Use.LIST, Use.QUICK, Use.SEARCHED, Use.SUBTITLE, Use.SORTABLE})
    private @Nullable String code;

    @Field(
            kind = FieldKind.TEXT,
            max = 120,
            uses = {Use.LIST, Use.QUICK, Use.FACET, Use.SORTABLE})
    private @Nullable String category;

    @Field(
            kind = FieldKind.NUMBER,
            uses = {Use.LIST, Use.SORTABLE})
    private @Nullable BigDecimal power;

    @Field(
            kind = FieldKind.YES_NO,
            uses = {Use.LIST, Use.FACET})
    private @Nullable Boolean available;

    @Field(kind = FieldKind.LONG_TEXT, uses = Use.SEARCHED)
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

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getCategory() {
        return category;
    }

    public void setCategory(@Nullable String category) {
        this.category = category;
    }

    public @Nullable BigDecimal getPower() {
        return power;
    }

    public void setPower(@Nullable BigDecimal power) {
        this.power = power;
    }

    public @Nullable Boolean getAvailable() {
        return available;
    }

    public void setAvailable(@Nullable Boolean available) {
        this.available = available;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }
}
