package org.quanhe.crm.automation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;

/** Calls of other systems, which are nobody here: the secret part of the address is all that they show. */
public interface IncomingCalls {
    /**
     * Makes a record of what was sent, with the rights of who wrote the automation, and sets the automation off.
     *
     * @param secret the last part of the address
     * @param body what was sent
     * @param key of the caller; the same key and body make no second record within a day, null for none
     * @return the record
     * @throws org.quanhe.crm.platform.CrmException NOT_FOUND for an address that is none, of an automation that does
     *     not run too; INVALID, naming the fields, for values that cannot be; CONFLICT for a key used with another body
     */
    RecordRef take(String secret, Map<String, ?> body, @Nullable String key);
}
