package org.quanhe.crm.records.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;

/** A record of a type that an administrator made: its name stands here, all else among the custom values. */
@Entity
@Table(name = "custom_record")
@Access(AccessType.FIELD)
public class CustomRecord extends OwnedRecord {
    @Column(name = "record_type")
    private String recordType = "";

    @Field(
            kind = FieldKind.TEXT,
            max = 200,
            uses = {Use.REQUIRED, Use.LIST, Use.QUICK, Use.SEARCHED, Use.TITLE, Use.SORTABLE})
    private String name = "";

    protected CustomRecord() {
        // for JPA
    }

    public CustomRecord(String recordType) {
        this.recordType = recordType;
    }

    @Override
    public String title() {
        return name;
    }

    public String getRecordType() {
        return recordType;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
