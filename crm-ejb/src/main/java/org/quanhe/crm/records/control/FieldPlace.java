package org.quanhe.crm.records.control;

/** A field of a record type, wherever it is told of: in a formula, in a fault, in a circle. */
public record FieldPlace(String type, String field) {
    @Override
    public String toString() {
        return type + "." + field;
    }
}
