package org.quanhe.crm.processes.spi;

/** Records of a type are nurtured until a verb of their capability ends it. A new one is a new CDI bean. */
public interface Nurtured {
    /** The record type. */
    String type();
}
