package org.quanhe.crm.records;

import java.io.Serializable;

/**
 * A postal address; parts that are unknown are empty.
 *
 * @param type what it is used for: {@code work}, {@code home}, {@code billing}, {@code shipping}
 * @param street house, street, ward, district as one text
 * @param city city or province
 * @param postalCode postal code
 * @param country ISO 3166 code of two letters, or empty
 * @param primary true for exactly one entry of a list that is not empty
 */
public record PostalAddress(String type, String street, String city, String postalCode, String country, boolean primary)
        implements Serializable {
    /** Street and city on one line. */
    public String oneLine() {
        return street.isEmpty() ? city : city.isEmpty() || street.contains(city) ? street : street + ", " + city;
    }
}
