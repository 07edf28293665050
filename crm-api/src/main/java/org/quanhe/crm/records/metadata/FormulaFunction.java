package org.quanhe.crm.records.metadata;

/**
 * A function that formulas know, as an example that is a formula as it stands: {@code round(2.345, 2)}.
 *
 * @param name unique among them
 * @param before of the example, what stands before the part that people write themselves
 * @param slot that part; empty where there is no example without a field
 * @param behind of the example, what stands behind that part
 */
public record FormulaFunction(String name, String before, String slot, String behind) {
    /** Key of the line that says what it does. */
    public String textKey() {
        return "records.formula.function." + name;
    }
}
