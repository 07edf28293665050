package org.quanhe.crm.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.platform.RecordRef;

/**
 * What people agreed to. A person is a record of {@code customers} or {@code leads}. One call is one transaction.
 *
 * <p>All methods throw {@link org.quanhe.crm.platform.CrmException}: NOT_FOUND also for what the caller may not see,
 * FORBIDDEN, STALE, INVALID.
 */
public interface Consents {
    /** What the person agrees to today, for each purpose that is asked or was answered. */
    List<ConsentState> of(RecordRef person);

    /** Everything that the person said, the newest first. */
    List<ConsentState> history(RecordRef person);

    /**
     * A colleague who may change the person notes what it said.
     *
     * @param how how it was said, asked for: "on the telephone", "form of the fair"
     */
    void note(RecordRef person, String purpose, boolean agrees, String how);

    /** The purposes, with the last changes of them for administrators. */
    PurposesView purposes();

    /**
     * Keeps other purposes; those that are missing are retired. For administrators.
     *
     * @param version the one that the caller saw; null takes whatever is there
     */
    PurposesView change(List<Purpose> purposes, @Nullable Long version);

    /** What the holder of a key from a mail may decide; empty for an unknown key. Nobody is signed in. */
    Optional<OwnChoice> ofKey(String key);

    /**
     * The holder of a key agrees to these purposes and no others.
     *
     * @return false for an unknown key
     */
    boolean decide(String key, Set<String> purposes);

    /**
     * The holder of a key takes consent to one purpose back, as mail programs do by one press.
     *
     * @return false for an unknown key
     */
    boolean takeBack(String key, String purpose);

    /** What a person may decide: the purposes that were ever answered, with the address that it is about. */
    record OwnChoice(String address, List<Purpose> purposes, Set<String> agreed) {
        public OwnChoice {
            purposes = List.copyOf(purposes);
            agreed = Set.copyOf(agreed);
        }
    }

    /** The purposes as they stand, with their version. */
    record PurposesView(List<Purpose> purposes, long version, List<Change> changes) {
        public PurposesView {
            purposes = List.copyOf(purposes);
            changes = List.copyOf(changes);
        }
    }

    /** Who changed purposes, and how. */
    record Change(Instant at, String by, List<FieldChange> fields) {
        public Change {
            fields = List.copyOf(fields);
        }
    }
}
