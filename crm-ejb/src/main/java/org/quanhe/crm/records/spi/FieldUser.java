package org.quanhe.crm.records.spi;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordTypeView;

/**
 * Keeps documents of its own that name fields of record types, such as automations. It is asked before types and fields
 * change, and takes new names over in the same transaction. A new one is a new CDI bean.
 */
public interface FieldUser {
    /** A field that gets another name. */
    record Renaming(String type, String before, String after) {}

    /**
     * A document that a change would touch.
     *
     * @param type record type that it is about
     * @param text what would happen to it, with its name
     */
    record Touched(String type, LocalizedMessage text) {}

    /**
     * Which documents would follow, and which would not fit any more.
     *
     * @param renamings fields that get other names
     * @param after the types as they would be
     */
    List<Touched> touched(List<Renaming> renamings, Function<String, Optional<RecordTypeView>> after);

    /** The fields have other names from the end of this transaction on. */
    void follow(List<Renaming> renamings);
}
