package org.quanhe.crm.records.spi;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;

/** One thing of a file on its way in: what it can ask, and what it has to tell. Places are within the thing. */
public interface Arrival {
    /** Reason given for the history, may be empty. */
    String why();

    /**
     * The document in each language, that of who brings it in first: a text given in all languages becomes the one of
     * the language. One document where there is no such text.
     */
    List<Map<String, Object>> spoken(Map<String, Object> document);

    /** Number of the record of that name; where there is none, that is told, and the name has to be kept instead. */
    OptionalLong record(String type, String name, String place);

    /** From here on that name means this record. */
    void means(String type, String name, long id);

    /** The record type is known here, retired or not. */
    boolean known(String type);

    /** Some record was not found for this thing. */
    boolean lacks();

    /** The record that it names at that place was not found. */
    boolean lacks(String place);

    /** Something does not fit: the thing is kept, but does not work. */
    void misfit(CrmException.Violation violation);

    /** Something cannot be: the file is refused. */
    void wrong(CrmException.Violation violation);

    /**
     * The thing changes, from one document to the other, both as files have them.
     *
     * @param before empty where it is new
     */
    void changes(LocalizedMessage name, String type, Map<String, Object> before, Map<String, Object> after);
}
