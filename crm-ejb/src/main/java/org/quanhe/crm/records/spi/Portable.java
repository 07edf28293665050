package org.quanhe.crm.records.spi;

import java.util.List;
import java.util.Map;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * A kind of thing that moves between servers in the file of types and fields, such as automations. What leaves the
 * server names records instead of numbering them, and never holds a secret. A new kind is a new CDI bean.
 */
public interface Portable {
    /** Name of its list in files, {@code automations}. */
    String kind();

    /** Kinds of a lower place are brought in first: others name them. */
    int place();

    /** False for what files only ask for, such as teams: exports have none. */
    default boolean leaves() {
        return true;
    }

    /** What is here, as files have it. */
    List<Thing> all();

    /**
     * Brings one in, in the transaction that publishes, or that rehearses and is rolled back. Types and fields are
     * already those of the file. What cannot work here is kept switched off, and told by {@link Arrival#misfit}; what
     * cannot be kept at all is told by {@link Arrival#wrong}, and nothing is written.
     *
     * @param document as in the file, without its key
     */
    void bring(String key, Map<String, Object> document, Arrival arrival);

    /**
     * One thing.
     *
     * @param key by which other servers know it; it stays when people call the thing something else
     * @param name what people call it
     * @param type record type that it is about
     * @param document all of it, with records by their names
     */
    record Thing(String key, LocalizedMessage name, String type, Map<String, Object> document) {}
}
