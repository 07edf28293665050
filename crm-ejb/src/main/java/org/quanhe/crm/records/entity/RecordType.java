package org.quanhe.crm.records.entity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes an entity a record type: list, form, search, REST, import, export, audit and rights follow by themselves. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RecordType {
    /** Plural name, as in REST paths. Labels are the texts {@code <name>.type} and {@code <name>.type.one}. */
    String name();

    /** primeicons class. */
    String icon() default "pi-file";

    /** Place in the main menu, 0 for none. */
    int menu() default 0;

    /** Rights of the roles until an administrator sets others. */
    Preset rights() default Preset.OWNED;

    /** Name of the field lists are ordered by, {@code -} before it for descending; the title if empty. */
    String sort() default "";

    /** Where rights begin. */
    enum Preset {
        /** Records of people: scopes by owner and team. */
        OWNED,
        /** People who may become customers: marketing writes all, sales reads all and writes those of its teams. */
        PROSPECTS,
        /** Common records: everybody with a role reads, managers write. */
        SHARED,
        /** Everybody with a role reads, administrators write. */
        ADMINISTERED
    }
}
