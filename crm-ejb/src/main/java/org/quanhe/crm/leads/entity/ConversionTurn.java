package org.quanhe.crm.leads.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row that is locked by who looks for an organisation and makes it if there is none. */
@Entity
@Table(name = "conversion_turn")
public class ConversionTurn {
    /** There are so many, numbered from 0. */
    public static final int MANY = 16;

    @Id
    private int id;

    protected ConversionTurn() {
        // for JPA
    }

    public int id() {
        return id;
    }
}
