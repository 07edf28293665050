package org.quanhe.crm.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.RoleRight;
import org.quanhe.crm.identity.Scope;

/** A right that an administrator set; without a row the preset of the record type holds. */
@Entity
@Table(name = "role_right")
public class RightRow {
    /** {@code role/type}. */
    @Id
    private String id;

    @Column(name = "read_scope")
    private String read;

    @Column(name = "write_scope")
    private String write;

    @Column(name = "delete_scope")
    private String delete;

    protected RightRow() {}

    public RightRow(RoleRight right) {
        this.id = key(right.role(), right.type());
        this.read = right.read().name();
        this.write = right.write().name();
        this.delete = right.delete().name();
    }

    public static String key(Role role, String type) {
        return role.code() + "/" + type;
    }

    public RoleRight right() {
        String[] parts = id.split("/", 2);
        return new RoleRight(
                Role.ofCode(parts[0]), parts[1], Scope.valueOf(read), Scope.valueOf(write), Scope.valueOf(delete));
    }
}
