package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.search.control.IndexFeed;

/** Writes records inside the caller's transaction: rights, values, rules, audit and outbox in one place. */
@ApplicationScoped
public class RecordWriter {
    public static final String CREATED = "created";
    public static final String CHANGED = "changed";
    public static final String DELETED = "deleted";
    public static final String RESTORED = "restored";

    /** Its calculated values followed other records: nobody wrote it, and the audit does not tell of it. */
    public static final String RECALCULATED = "recalculated";

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private SeenTypes seen;

    @Inject
    private ValueReader reader;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    @Inject
    private RecordTrail trail;

    @Inject
    private UniqueValues uniqueValues;

    @Inject
    private CalculatedValues calculated;

    @Inject
    private CalculationEffects effects;

    @Inject
    private IndexFeed feed;

    @Inject
    private TimeSource time;

    @Inject
    private RecordRules rules;

    @Inject
    private Followers followers;

    /** What is wrong with the values of a new record, without writing it. */
    public List<Violation> check(String type, Map<String, ? extends @Nullable Object> values) {
        RecordTypeDescriptor descriptor = types.named(type);
        ValueReader.Read read = reader.readNew(seen.of(descriptor), descriptor, values);
        List<Violation> violations = new ArrayList<>(read.violations());
        violations.addAll(missingTargets(read, Map.of()));
        if (violations.isEmpty()) {
            try {
                RecordEntity entity = descriptor.instance();
                apply(entity, read);
                entity.verify();
                calculated.fill(descriptor, entity, true);
                violations.addAll(types.conditions().broken(type, Map.of(), RecordViews.values(descriptor, entity)));
            } catch (CrmException refused) {
                violations.addAll(refused.violations());
            }
        }
        return violations;
    }

    /** Creates one record. */
    public RecordEntity create(String type, Map<String, ? extends @Nullable Object> values) {
        return create(type, values, "");
    }

    /** Creates one record, for a reason that the audit tells. */
    public RecordEntity create(String type, Map<String, ? extends @Nullable Object> values, String why) {
        RecordTypeDescriptor descriptor = creatable(type);
        RecordEntity entity = fill(descriptor, values, access.caller());
        rules.obey(entity);
        entities.persist(entity);
        uniqueValues.claim(descriptor, entity);
        followers.follow(descriptor, entity);
        entities.flush();
        trail.note(descriptor, entity, CREATED, trail.written(descriptor, entity), why);
        effects.created(descriptor, List.of(entity));
        feed.changed(descriptor, List.of(entity));
        trail.tell(descriptor, entity, CREATED, Map.of());
        return entity;
    }

    /** Creates many records of one type with one statement batch and one outbox row; refuses all if one is refused. */
    public List<RecordEntity> createAll(
            String type, List<? extends Map<String, ? extends @Nullable Object>> rows, String why) {
        RecordTypeDescriptor descriptor = creatable(type);
        CurrentUser caller = access.caller();
        List<RecordEntity> created = new ArrayList<>(rows.size());
        for (Map<String, ? extends @Nullable Object> row : rows) {
            RecordEntity entity = fill(descriptor, row, caller);
            rules.obey(entity);
            entities.persist(entity);
            uniqueValues.claim(descriptor, entity);
            followers.follow(descriptor, entity);
            created.add(entity);
        }
        created.forEach(entity -> trail.note(descriptor, entity, CREATED, List.of(), why));
        entities.flush();
        effects.created(descriptor, created);
        feed.changedByJob(descriptor, created);
        trail.tellOfMany(descriptor, created, CREATED);
        return created;
    }

    private RecordTypeDescriptor creatable(String type) {
        RecordTypeDescriptor descriptor = types.named(type);
        if (access.writable(type).equals(Filter.NONE)) {
            if (access.readable(type).equals(Filter.NONE)) {
                throw RecordTypes.unknown(type);
            }
            throw CrmException.forbidden("records.error.mayNotCreate", LocalizedMessage.of(type + ".type"));
        }
        return descriptor;
    }

    private RecordEntity fill(
            RecordTypeDescriptor descriptor, Map<String, ? extends @Nullable Object> values, CurrentUser caller) {
        ValueReader.Read read = reader.readNew(seen.of(descriptor), descriptor, values);
        refuse(read.violations());
        refuse(missingTargets(read, Map.of()));
        RecordEntity entity = descriptor.instance();
        apply(entity, read);
        if (entity instanceof OwnedRecord owned) {
            if (owned.getOwnerId() == null) {
                owned.setOwnerId(caller.id());
            }
            if (owned.getTeamId() == null && !caller.teams().isEmpty() && owned.getOwnerId() == caller.id()) {
                owned.setTeamId(caller.teams().get(0));
            }
        }
        entity.verify();
        entity.saved(caller.id(), time.now(), Collation.key(entity.title()));
        calculated.fill(descriptor, entity, true);
        refuse(types.conditions().broken(descriptor.name(), Map.of(), RecordViews.values(descriptor, entity)));
        return entity;
    }

    /**
     * Changes a record.
     *
     * @return the entity; its version is unchanged if nothing differed
     */
    public RecordEntity change(
            RecordRef ref, @Nullable Long version, Map<String, ? extends @Nullable Object> changes, String why) {
        return change(ref, version, changes, LocalizedMessage.verbatim(why));
    }

    /** The same for a reason that is told in the language of whoever reads it. */
    public RecordEntity change(
            RecordRef ref,
            @Nullable Long version,
            Map<String, ? extends @Nullable Object> changes,
            LocalizedMessage why) {
        RecordTypeDescriptor descriptor = types.named(ref.type());
        RecordEntity entity = locked(descriptor, ref);
        if (!RecordViews.within(access.writable(ref.type()), descriptor, entity)) {
            throw CrmException.forbidden("records.error.mayNotChange", entity.title());
        }
        fresh(entity, version);
        ValueReader.Read read = reader.read(seen.of(descriptor), changes);
        refuse(read.violations());
        refuse(missingTargets(read, RecordViews.values(descriptor, entity)));
        write(descriptor, entity, read, why, true);
        return entity;
    }

    /**
     * Puts back what the caller itself replaced, as far as nobody has changed the record since; no right to change is
     * asked for.
     *
     * @param version the version that the caller's change made
     * @return false if the record stays as it is
     */
    public boolean putBack(RecordRef ref, long version, Map<String, ? extends @Nullable Object> values) {
        RecordTypeDescriptor descriptor = types.named(ref.type());
        RecordEntity entity = descriptor.find(entities, ref.id(), LockModeType.PESSIMISTIC_WRITE);
        if (entity == null
                || entity.deleted()
                || !entity.unedited(version)
                || !Objects.equals(entity.getUpdatedBy(), access.caller().id())) {
            return false;
        }
        // Targets are not asked for: the record pointed there before.
        ValueReader.Read read = reader.read(seen.of(descriptor), values);
        refuse(read.violations());
        write(descriptor, entity, read, LocalizedMessage.verbatim(""), false);
        return true;
    }

    /** @param conditions whether fields that depend on others are held to it; what stood there before may come back */
    private void write(
            RecordTypeDescriptor descriptor,
            RecordEntity entity,
            ValueReader.Read read,
            LocalizedMessage why,
            boolean conditions) {
        Map<String, Object> before = RecordViews.values(descriptor, entity);
        apply(entity, read);
        entity.verify();
        List<FieldChange> differences = trail.differences(descriptor, before, RecordViews.values(descriptor, entity));
        if (!differences.isEmpty()) {
            entity.saved(access.caller().id(), time.now(), Collation.key(entity.title()));
            calculated.fill(descriptor, entity, false);
            if (conditions) {
                refuse(types.conditions().broken(descriptor.name(), before, RecordViews.values(descriptor, entity)));
            }
            rules.obey(entity);
            uniqueValues.claim(descriptor, entity);
            followers.follow(descriptor, entity);
            entities.flush();
            trail.note(descriptor, entity, CHANGED, differences, why);
            effects.changed(descriptor, entity, before);
            feed.changed(descriptor, List.of(entity));
            trail.tell(descriptor, entity, CHANGED, before);
        }
    }

    public RecordEntity delete(RecordRef ref, @Nullable Long version, String why) {
        RecordTypeDescriptor descriptor = types.named(ref.type());
        RecordEntity entity = locked(descriptor, ref);
        if (!RecordViews.within(access.deletable(ref.type()), descriptor, entity)) {
            throw CrmException.forbidden("records.error.mayNotDelete", entity.title());
        }
        fresh(entity, version);
        entity.delete(time.now());
        entity.saved(access.caller().id(), time.now(), entity.sortKey());
        rules.obey(entity);
        uniqueValues.claim(descriptor, entity);
        entities.flush();
        trail.note(descriptor, entity, DELETED, List.of(), why);
        effects.cameOrWent(descriptor, List.of(entity));
        feed.changed(descriptor, List.of(entity));
        trail.tell(descriptor, entity, DELETED, Map.of());
        return entity;
    }

    /**
     * Takes back what the caller itself wrote, as far as nobody has changed it since; no right to delete is asked for.
     *
     * @return how many records were changed meanwhile and stay
     */
    public int takeBack(String type, Map<Long, Long> versionById, String why) {
        RecordTypeDescriptor descriptor = types.named(type);
        long caller = access.caller().id();
        List<RecordEntity> removed = new ArrayList<>();
        int kept = 0;
        for (RecordEntity entity : views.load(descriptor, versionById.keySet())) {
            if (entity.unedited(versionById.get(entity.getId()))) {
                entity.delete(time.now());
                entity.saved(caller, time.now(), entity.sortKey());
                rules.obey(entity);
                uniqueValues.claim(descriptor, entity);
                removed.add(entity);
            } else {
                kept++;
            }
        }
        entities.flush();
        removed.forEach(entity -> trail.note(descriptor, entity, DELETED, List.of(), why));
        effects.cameOrWent(descriptor, removed);
        feed.changed(descriptor, removed);
        removed.forEach(entity -> trail.tell(descriptor, entity, DELETED, Map.of()));
        return kept;
    }

    /** True if somebody has changed the record since that version; not one that was deleted meanwhile. */
    public boolean edited(String type, long number, long since) {
        return views.load(types.named(type), List.of(number)).stream().anyMatch(entity -> !entity.unedited(since));
    }

    /** Brings a deleted record back; one that is not deleted stays as it is. */
    public RecordEntity restore(RecordRef ref) {
        RecordTypeDescriptor descriptor = types.named(ref.type());
        RecordEntity entity = descriptor.find(entities, ref.id(), LockModeType.PESSIMISTIC_WRITE);
        if (entity == null || !RecordViews.within(access.deletable(ref.type()), descriptor, entity)) {
            throw CrmException.notFound(ref);
        }
        if (entity.deleted()) {
            entity.restore();
            entity.saved(access.caller().id(), time.now(), entity.sortKey());
            calculated.fill(descriptor, entity, false);
            rules.obey(entity);
            uniqueValues.claim(descriptor, entity);
            followers.follow(descriptor, entity);
            entities.flush();
            trail.note(descriptor, entity, RESTORED, List.of(), "");
            effects.cameOrWent(descriptor, List.of(entity));
            feed.changed(descriptor, List.of(entity));
            trail.tell(descriptor, entity, RESTORED, Map.of());
        }
        return entity;
    }

    private RecordEntity locked(RecordTypeDescriptor descriptor, RecordRef ref) {
        RecordEntity entity = descriptor.find(entities, ref.id(), LockModeType.PESSIMISTIC_WRITE);
        if (entity == null
                || entity.deleted()
                || !RecordViews.within(access.readable(ref.type()), descriptor, entity)) {
            throw CrmException.notFound(ref);
        }
        return entity;
    }

    private static void fresh(RecordEntity entity, @Nullable Long version) {
        if (version != null && !entity.unedited(version)) {
            throw new CrmException(
                    CrmException.Kind.STALE, LocalizedMessage.of("records.error.stale", version, entity.getVersion()));
        }
    }

    private static void apply(RecordEntity entity, ValueReader.Read read) {
        read.values().forEach((field, value) -> {
            // An empty primary entry beside a list that was sent leaves the list alone.
            boolean listSent = !field.view().primaryOf().isEmpty()
                    && read.values().keySet().stream()
                            .anyMatch(other -> other.name().equals(field.view().primaryOf()));
            // what is written once more counts as changed: the record would get a version that nobody is told of
            if ((value != null || !listSent) && !field.holds(entity, value)) {
                field.set(entity, value);
            }
        });
    }

    /**
     * References must point to records that the caller may see: a foreign number tells nothing. What the record holds
     * already may come back as it was read, even if its owner has left.
     */
    private List<Violation> missingTargets(ValueReader.Read read, Map<String, Object> held) {
        List<Violation> violations = new ArrayList<>();
        read.values().forEach((field, value) -> {
            if (value != null
                    && (field.view().kind() == FieldKind.REFERENCE
                            || field.view().kind() == FieldKind.REFERENCES)) {
                for (Object ref : value instanceof List<?> list ? list : List.of(value)) {
                    RecordRef target = (RecordRef) ref;
                    boolean mine = target.type().equals("users")
                            && target.id() == access.caller().id();
                    Object before = held.get(field.name());
                    boolean kept = target.equals(before) || before instanceof List<?> list && list.contains(target);
                    if (!mine && !kept && views.visible(types.named(target.type()), target.id()) == null) {
                        violations.add(new Violation(
                                field.name(),
                                LocalizedMessage.of("records.error.noTarget", Long.toString(target.id()))));
                    }
                }
            }
        });
        return violations;
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
    }
}
