package org.quanhe.crm.customers.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.entity.Field;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.entity.RecordType;

/** How two customers stand to each other: {@code related} is, to {@code customer}, what the role says. */
@Entity
@Access(AccessType.FIELD)
@RecordType(name = "relations", icon = "pi-link")
public class Relation extends OwnedRecord {
    @Field(
            kind = FieldKind.REFERENCE,
            name = "customer",
            target = "customers",
            uses = {Use.REQUIRED, Use.LIST, Use.QUICK})
    @Column(name = "customer_id")
    private @Nullable Long customerId;

    @Field(
            kind = FieldKind.REFERENCE,
            name = "related",
            target = "customers",
            uses = {Use.REQUIRED, Use.LIST, Use.QUICK})
    @Column(name = "related_id")
    private @Nullable Long relatedId;

    @Field(
            kind = FieldKind.CHOICE,
            name = "role",
            choices = {
                "employee",
                "owner",
                "director",
                "buyer",
                "accountant",
                "technician",
                "decision-maker",
                "parent",
                "subsidiary",
                "partner",
                "family",
                "referred-by",
                "other"
            },
            uses = {Use.REQUIRED, Use.LIST, Use.QUICK, Use.TITLE, Use.FACET})
    @Column(name = "relation_role")
    private String role = "other";

    @Field(
            kind = FieldKind.TEXT,
            max = 200,
            uses = {Use.LIST, Use.QUICK})
    private @Nullable String remark;

    @Override
    public String title() {
        return role;
    }

    @Override
    public void verify() {
        if (customerId != null && customerId.equals(relatedId)) {
            throw CrmException.invalidField("related", LocalizedMessage.of("customers.error.relatedToItself"));
        }
    }

    public @Nullable Long getCustomerId() {
        return customerId;
    }

    public void setCustomerId(@Nullable Long customerId) {
        this.customerId = customerId;
    }

    public @Nullable Long getRelatedId() {
        return relatedId;
    }

    public void setRelatedId(@Nullable Long relatedId) {
        this.relatedId = relatedId;
    }

    public String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role == null ? "other" : role;
    }

    public @Nullable String getRemark() {
        return remark;
    }

    public void setRemark(@Nullable String remark) {
        this.remark = remark;
    }
}
