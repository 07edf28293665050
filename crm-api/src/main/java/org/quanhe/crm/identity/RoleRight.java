package org.quanhe.crm.identity;

/** What a role may do with the records of a type. */
public record RoleRight(Role role, String type, Scope read, Scope write, Scope delete) {}
