package org.quanhe.crm.records.metadata;

/**
 * What a roll-up field gathers: over all records of a type that point here.
 *
 * @param type the other record type
 * @param field its reference field that points here
 * @param function what is done with their values
 * @param of the field whose values are gathered; empty for {@link Function#COUNT}
 * @param filter condition that the other records fulfil, as in {@link org.quanhe.crm.records.FilterText}; empty for all
 */
public record RollUpModel(String type, String field, Function function, String of, String filter) {
    /** What is done with the values. */
    public enum Function {
        COUNT,
        SUM,
        MIN,
        MAX,
        /** Of those that have a value. */
        AVG
    }
}
