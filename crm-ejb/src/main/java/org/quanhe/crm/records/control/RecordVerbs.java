package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.search.control.IndexFeed;

/**
 * Lets the verbs of capabilities (accept, win, move) change their records, also fields that nobody writes by hand.
 * Rules, audit, calculated values, search index and listeners follow as with every change. Whether the caller may is
 * for the capability to ask, of {@link Access}.
 */
@ApplicationScoped
public class RecordVerbs {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordTrail trail;

    @Inject
    private RecordRules rules;

    @Inject
    private Followers followers;

    @Inject
    private UniqueValues uniqueValues;

    @Inject
    private CalculatedValues calculated;

    @Inject
    private CalculationEffects effects;

    @Inject
    private IndexFeed feed;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /**
     * The record, locked until the end of the transaction: of two people at once the second finds what the first did.
     *
     * @param version the version that the caller saw; null takes whatever is there
     * @throws CrmException NOT_FOUND also for what the caller may not see; STALE
     */
    public <E extends RecordEntity> E locked(Class<E> kind, RecordRef ref, @Nullable Long version) {
        RecordTypeDescriptor type = types.named(ref.type());
        RecordEntity found = type.find(entities, ref.id(), LockModeType.PESSIMISTIC_WRITE);
        if (found == null || found.deleted() || !RecordViews.within(access.readable(ref.type()), type, found)) {
            throw CrmException.notFound(ref);
        }
        if (version != null && !found.unedited(version)) {
            throw new CrmException(
                    CrmException.Kind.STALE, LocalizedMessage.of("records.error.stale", version, found.getVersion()));
        }
        return kind.cast(found);
    }

    /** The record, not locked; NOT_FOUND also for what the caller may not see. */
    public <E extends RecordEntity> E seen(Class<E> kind, RecordRef ref) {
        RecordTypeDescriptor type = types.named(ref.type());
        RecordEntity found = type.find(entities, ref.id(), LockModeType.NONE);
        if (found == null || found.deleted() || !RecordViews.within(access.readable(ref.type()), type, found)) {
            throw CrmException.notFound(ref);
        }
        return kind.cast(found);
    }

    /** Refuses if the caller may not change that record. */
    public void demandWritable(String typeName, RecordEntity record) {
        if (!mayWrite(typeName, record)) {
            throw CrmException.forbidden("records.error.mayNotChange", record.title());
        }
    }

    /** True if the caller may change that record. */
    public boolean mayWrite(String typeName, RecordEntity record) {
        return RecordViews.within(access.writable(typeName), types.named(typeName), record);
    }

    /**
     * Does the verb, and what belongs to a change.
     *
     * @param record locked in this transaction
     * @param why told in the history, may be empty
     * @return false if the record is as it was before
     */
    public boolean act(String typeName, RecordEntity record, LocalizedMessage why, Runnable verb) {
        RecordTypeDescriptor type = types.named(typeName);
        Map<String, Object> before = RecordViews.values(type, record);
        verb.run();
        record.verify();
        List<FieldChange> differences = trail.allDifferences(type, before, RecordViews.values(type, record));
        if (differences.isEmpty()) {
            return false;
        }
        record.saved(access.caller().id(), time.now(), Collation.key(record.title()));
        calculated.fill(type, record, false);
        rules.obey(record);
        uniqueValues.claim(type, record);
        followers.follow(type, record);
        entities.flush();
        trail.note(type, record, RecordWriter.CHANGED, differences, why);
        effects.changed(type, record, before);
        feed.changed(type, List.of(record));
        trail.tell(type, record, RecordWriter.CHANGED, before);
        return true;
    }

    /**
     * Values that only follow something else become others: a new version, but no edit, and the audit does not tell.
     *
     * @return false if the record is as it was before
     */
    public boolean follow(String typeName, RecordEntity record, Runnable following) {
        RecordTypeDescriptor type = types.named(typeName);
        Map<String, Object> before = RecordViews.values(type, record);
        if (!followed(type, record, before, following)) {
            return false;
        }
        entities.flush();
        effects.followed(type, record, before);
        trail.tell(type, record, RecordWriter.RECALCULATED, before);
        feed.changed(type, List.of(record));
        return true;
    }

    /**
     * The same for many records of a job, which have nothing in common but their type.
     *
     * @param records locked in this transaction
     * @return how many are others than before
     */
    public <E extends RecordEntity> int followAll(String typeName, List<E> records, Consumer<? super E> following) {
        RecordTypeDescriptor type = types.named(typeName);
        Map<RecordEntity, Map<String, Object>> changed = new LinkedHashMap<>();
        for (E record : records) {
            Map<String, Object> before = RecordViews.values(type, record);
            if (followed(type, record, before, () -> following.accept(record))) {
                changed.put(record, before);
            }
        }
        entities.flush();
        changed.forEach((record, before) -> effects.followed(type, record, before));
        trail.tellTogether(type, RecordWriter.RECALCULATED, changed);
        feed.changedByJob(type, List.copyOf(changed.keySet()));
        return changed.size();
    }

    private boolean followed(
            RecordTypeDescriptor type, RecordEntity record, Map<String, Object> before, Runnable following) {
        following.run();
        followers.follow(type, record);
        if (before.equals(RecordViews.values(type, record))) {
            return false;
        }
        record.recalculated();
        calculated.fill(type, record, false);
        return true;
    }
}
