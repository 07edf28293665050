package org.quanhe.crm.pipeline.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.entity.Field;
import org.quanhe.crm.records.entity.MoneyColumn;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.entity.RecordType;

/** A sale that may come about. */
@Entity
@Access(AccessType.FIELD)
@RecordType(name = "opportunities", icon = "pi-briefcase", menu = 14)
public class Opportunity extends OwnedRecord {
    @Field(
            kind = FieldKind.TEXT,
            max = 200,
            uses = {Use.REQUIRED, Use.LIST, Use.QUICK, Use.SEARCHED, Use.TITLE, Use.SORTABLE})
    private String name = "";

    @Field(
            kind = FieldKind.REFERENCE,
            name = "customer",
            target = "customers",
            uses = {Use.LIST, Use.QUICK})
    @Column(name = "customer_id")
    private @Nullable Long customerId;

    /** The lead that it came from. */
    @Field(kind = FieldKind.REFERENCE, name = "lead", target = "leads", uses = Use.READ_ONLY)
    @Column(name = "lead_id")
    private @Nullable Long leadId;

    @Field(
            kind = FieldKind.MONEY,
            uses = {Use.LIST, Use.QUICK, Use.SORTABLE})
    @Convert(converter = MoneyColumn.class)
    private @Nullable Money amount;

    @Field(
            kind = FieldKind.DATE,
            name = "expectedClose",
            uses = {Use.LIST, Use.QUICK, Use.SORTABLE})
    @Column(name = "expected_close")
    private @Nullable LocalDate expectedClose;

    @Override
    public String title() {
        return name;
    }

    @Override
    public void verify() {
        if (name.isBlank()) {
            throw CrmException.invalidField("name", LocalizedMessage.of("records.error.required"));
        }
    }

    /** It came from that lead. */
    public void cameFrom(long lead) {
        leadId = lead;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public @Nullable Long getCustomerId() {
        return customerId;
    }

    public void setCustomerId(@Nullable Long customerId) {
        this.customerId = customerId;
    }

    public @Nullable Long getLeadId() {
        return leadId;
    }

    public @Nullable Money getAmount() {
        return amount;
    }

    public void setAmount(@Nullable Money amount) {
        this.amount = amount;
    }

    public @Nullable LocalDate getExpectedClose() {
        return expectedClose;
    }

    public void setExpectedClose(@Nullable LocalDate expectedClose) {
        this.expectedClose = expectedClose;
    }
}
