package org.quanhe.crm.records.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.RecordPage;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.TimelineEntry;
import org.quanhe.crm.records.control.CreateOnce;
import org.quanhe.crm.records.control.FieldDescriptor;
import org.quanhe.crm.records.control.RecordLists;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.ContactLog;

/** The generic façade over all record types. */
@Stateless
@Local(Records.class)
public class RecordsService implements Records {
    private static final int MOST_AT_ONCE = 10_000;

    @Inject
    private RecordTypes types;

    @Inject
    private SeenTypes seen;

    @Inject
    private RecordViews views;

    @Inject
    private RecordLists lists;

    @Inject
    private RecordWriter writer;

    @Inject
    private CreateOnce once;

    @Inject
    private ContactLog history;

    @Inject
    private Access access;

    @Override
    public RecordView open(RecordRef ref) {
        RecordTypeDescriptor type = seen.readable(ref.type());
        RecordEntity entity = views.visible(type, ref.id());
        if (entity == null) {
            throw CrmException.notFound(ref);
        }
        return views.explained(type, entity);
    }

    @Override
    public RecordPage list(ListQuery query) {
        return lists.page(query);
    }

    @Override
    public long count(ListQuery query, int cap) {
        return lists.count(query, cap);
    }

    @Override
    public RecordView create(String type, Map<String, ?> values) {
        return translated(() -> views.explained(types.named(type), writer.create(type, values)));
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public RecordView createOnce(String type, Map<String, ?> values, String key) {
        return once.earlier(type, values, key).orElseGet(() -> {
            try {
                return translated(() -> once.create(type, values, key));
            } catch (RuntimeException failed) {
                // another call with this key may have been faster, then its record is there by now
                return once.earlier(type, values, key).orElseThrow(() -> failed);
            }
        });
    }

    @Override
    public RecordView change(RecordRef ref, @Nullable Long version, Map<String, @Nullable Object> changes, String why) {
        return translated(() -> views.explained(types.named(ref.type()), writer.change(ref, version, changes, why)));
    }

    @Override
    public void delete(RecordRef ref, @Nullable Long version, String why) {
        translated(() -> writer.delete(ref, version, why));
    }

    @Override
    public RecordView restore(RecordRef ref) {
        return translated(() -> views.explained(types.named(ref.type()), writer.restore(ref)));
    }

    @Override
    public BulkResult changeAll(String type, List<Long> ids, Map<String, @Nullable Object> changes, String why) {
        return each(
                type,
                ids,
                entity -> RecordViews.within(access.writable(type), types.named(type), entity),
                changes.keySet(),
                id -> writer.change(new RecordRef(type, id), null, changes, why));
    }

    @Override
    public BulkResult tagAll(String type, List<Long> ids, String tag) {
        RecordTypeDescriptor descriptor = seen.readable(type);
        FieldDescriptor tags = descriptor.fields().get("tags");
        if (tags == null) {
            throw CrmException.invalidField("tags", LocalizedMessage.of("records.error.unknownField"));
        }
        Predicate<RecordEntity> allowed = entity -> RecordViews.within(access.writable(type), descriptor, entity);
        return each(type, ids, allowed, Set.of("tags"), id -> {
            RecordEntity entity = views.visible(descriptor, id);
            Set<Object> all = new LinkedHashSet<>();
            if (entity != null && tags.get(entity) instanceof List<?> old) {
                all.addAll(old);
            }
            all.add(tag);
            return writer.change(new RecordRef(type, id), null, Map.of("tags", new ArrayList<>(all)), "");
        });
    }

    @Override
    public BulkResult putBackAll(String type, List<Replaced> replaced) {
        seen.readable(type);
        List<Long> done = new ArrayList<>();
        for (Replaced earlier : replaced) {
            RecordRef ref = new RecordRef(type, earlier.id());
            if (translated(() -> writer.putBack(ref, earlier.version(), earlier.values()))) {
                done.add(earlier.id());
            }
        }
        return new BulkResult(done, replaced.size() - done.size(), List.of());
    }

    @Override
    public BulkResult deleteAll(String type, List<Long> ids, String why) {
        return each(
                type,
                ids,
                entity -> RecordViews.within(access.deletable(type), types.named(type), entity),
                Set.of(),
                id -> writer.delete(new RecordRef(type, id), null, why));
    }

    @Override
    public BulkResult restoreAll(String type, List<Long> ids) {
        seen.readable(type);
        List<Long> done = new ArrayList<>();
        for (Long id : Set.copyOf(ids)) {
            translated(() -> writer.restore(new RecordRef(type, id)));
            done.add(id);
        }
        return new BulkResult(done, 0, List.of());
    }

    /** Changes those that the caller may change, and keeps what the fields held; the others are counted. */
    private BulkResult each(
            String type,
            List<Long> ids,
            Predicate<RecordEntity> allowed,
            Set<String> fields,
            LongFunction<RecordEntity> change) {
        RecordTypeDescriptor descriptor = seen.readable(type);
        Set<Long> wanted = new LinkedHashSet<>(ids);
        if (wanted.size() > MOST_AT_ONCE) {
            throw CrmException.invalid("records.error.tooManyAtOnce", wanted.size(), MOST_AT_ONCE);
        }
        Filter readable = access.readable(type);
        List<Long> done = new ArrayList<>();
        List<Replaced> replaced = new ArrayList<>();
        for (RecordEntity entity : views.load(descriptor, wanted)) {
            if (RecordViews.within(readable, descriptor, entity) && allowed.test(entity)) {
                long version = entity.getVersion();
                Map<String, @Nullable Object> before = RecordViews.values(descriptor, entity, fields);
                long changed = translated(() -> change.apply(entity.getId())).getVersion();
                done.add(entity.getId());
                if (changed != version && !before.isEmpty()) {
                    replaced.add(new Replaced(entity.getId(), changed, before));
                }
            }
        }
        return new BulkResult(done, wanted.size() - done.size(), replaced);
    }

    @Override
    public List<TimelineEntry> timeline(RecordRef ref, @Nullable String before, int limit) {
        open(ref);
        return history.timeline(ref, before, Math.min(Math.max(limit, 1), ListQuery.MAX_LIMIT));
    }

    @Override
    public List<Integer> rhythm(RecordRef ref, int weeks) {
        open(ref);
        return history.follows(ref.type())
                ? history.rhythms(ref.type(), List.of(ref.id()), weeks).get(ref.id())
                : List.of();
    }

    @Override
    public Map<Long, List<Integer>> rhythms(String type, List<Long> ids, int weeks) {
        seen.readable(type);
        return history.follows(type) ? history.rhythms(type, ids, weeks) : Map.of();
    }

    @Override
    public Map<Long, RecordView> nextSteps(String type, List<Long> ids) {
        seen.readable(type);
        return history.follows(type) ? history.nextSteps(type, ids) : Map.of();
    }

    /** Two people at once: the database decides, the slower one is told. */
    private static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (OptimisticLockException | PessimisticLockException | LockTimeoutException overtaken) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT, LocalizedMessage.of("records.error.overtaken"), List.of(), overtaken);
        } catch (PersistenceException refused) {
            if (uniqueness(refused)) {
                throw new CrmException(
                        CrmException.Kind.CONFLICT, LocalizedMessage.of("records.error.exists"), List.of(), refused);
            }
            throw refused;
        }
    }

    private static boolean uniqueness(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException sql && "23505".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
