package org.quanhe.crm.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.quanhe.crm.identity.Role;

/** What an administrator took from a role in a field; without a row the role reads and writes it. */
@Entity
@Table(name = "field_right")
public class FieldRightRow {
    /** {@code role/type/field}; of a custom field its key, which stays when the field gets another name. */
    @Id
    private String id;

    @Column(name = "read_allowed")
    private boolean read;

    @Column(name = "write_allowed")
    private boolean write;

    protected FieldRightRow() {}

    public FieldRightRow(String id, boolean read, boolean write) {
        this.id = id;
        this.read = read;
        this.write = write;
    }

    public static String id(Role role, String type, String key) {
        return role.code() + "/" + type + "/" + key;
    }

    public String id() {
        return id;
    }

    public boolean read() {
        return read;
    }

    public boolean write() {
        return write;
    }
}
