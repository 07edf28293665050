package org.quanhe.crm.records;

/** The kinds of values a field can hold. The Java type of a value in {@link RecordView#values()} stands beside each. */
public enum FieldKind {
    /** One line: {@code String}. */
    TEXT,
    /** Several lines: {@code String}. */
    LONG_TEXT,
    /** {@code BigDecimal}. */
    NUMBER,
    /** An amount with its currency: {@link org.quanhe.crm.platform.Money}. */
    MONEY,
    /** {@code LocalDate}. */
    DATE,
    /** {@code Instant}. */
    DATE_TIME,
    /** {@code Boolean}. */
    YES_NO,
    /** One of {@link FieldView#choices()}: its code as {@code String}. */
    CHOICE,
    /** Several choices or free tags: {@code List<String>}. */
    CHOICES,
    /** Another record: {@link org.quanhe.crm.platform.RecordRef}. */
    REFERENCE,
    /** Several other records of one type: {@code List<RecordRef>}. */
    REFERENCES,
    /** One phone number as typed: {@code String}. */
    PHONE,
    /** One mail address: {@code String}. */
    EMAIL,
    /** One web address: {@code String}. */
    URL,
    /** Typed phones: {@code List<ContactPoint>}. */
    PHONES,
    /** Typed mail addresses: {@code List<ContactPoint>}. */
    EMAILS,
    /** Typed links and social accounts: {@code List<ContactPoint>}. */
    LINKS,
    /** Typed postal addresses: {@code List<PostalAddress>}. */
    ADDRESSES;

    /** True for the lists of which one entry is the primary one. */
    public boolean contactList() {
        return this == PHONES || this == EMAILS || this == LINKS || this == ADDRESSES;
    }

    /** True where values have a smallest and a largest one. */
    public boolean ordered() {
        return this == NUMBER || this == MONEY || this == DATE || this == DATE_TIME;
    }

    /** True where a value is a list. */
    public boolean many() {
        return contactList() || this == CHOICES || this == REFERENCES;
    }
}
