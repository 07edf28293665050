package org.quanhe.crm.records.entity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;

/** Makes a mapped attribute with getter and setter a field of its record type. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Field {
    FieldKind kind();

    /** Name of the field, the attribute's own if empty. */
    String name() default "";

    /** Record type a reference points to. */
    String target() default "";

    /** Codes of a choice, or types offered for the entries of a contact list. */
    String[] choices() default {};

    /** Most characters of a text. */
    int max() default 0;

    Use[] uses() default {};

    /** For a contact list: the field that shows and writes its primary entry. */
    String primary() default "";

    /** For addresses: the field that shows and writes the primary one's city. */
    String primaryCity() default "";
}
