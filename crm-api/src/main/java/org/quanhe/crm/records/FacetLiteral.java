package org.quanhe.crm.records;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Values of facets as texts: addresses carry them, answers of the search name them. */
public final class FacetLiteral {
    private FacetLiteral() {}

    /**
     * The literal of a condition that asks for the value.
     *
     * @param value as a facet names it; of a reference its number, or type and number
     * @return empty if it is no value of such a field
     */
    public static Optional<Object> of(FieldView field, String value) {
        try {
            return switch (field.kind()) {
                case REFERENCE, REFERENCES ->
                    Optional.of(value.substring(value.lastIndexOf('/') + 1))
                            .filter(number -> number.matches("\\d{1,18}"))
                            .map(Long::valueOf);
                case YES_NO ->
                    Optional.of(value)
                            .filter(text -> text.equals("true") || text.equals("false"))
                            .map(Boolean::valueOf);
                case NUMBER ->
                    Optional.of(value)
                            .filter(text -> text.matches("-?\\d{1,30}(\\.\\d{1,20})?"))
                            .map(BigDecimal::new);
                case DATE -> Optional.of(LocalDate.parse(value));
                case DATE_TIME -> Optional.of(Instant.parse(value));
                default -> Optional.of(value);
            };
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
