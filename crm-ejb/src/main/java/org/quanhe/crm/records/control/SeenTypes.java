package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.FieldScope;

/**
 * Record types as the caller sees them: a field that the caller may not read is not there, one that the caller may not
 * write is read-only. Who reads, lists, filters, sorts or writes with such a type cannot do more.
 */
@ApplicationScoped
public class SeenTypes {
    private static final int MOST_KEPT = 1_000;

    @Inject
    private RecordTypes types;

    @Inject
    private Access access;

    /** Made once for all who have the same rights, until the type changes: a type may have hundreds of fields. */
    private final Map<Key, Seen> kept = new ConcurrentHashMap<>();

    private record Key(String type, FieldScope scope) {}

    private record Seen(RecordTypeDescriptor whole, RecordTypeDescriptor seen) {}

    /**
     * The type of that name as the caller sees its fields; NOT_FOUND if there is none or the caller may not read it.
     */
    public RecordTypeDescriptor readable(String name) {
        RecordTypeDescriptor type = types.named(name);
        if (access.readable(name).equals(Filter.NONE)) {
            throw RecordTypes.unknown(name);
        }
        return of(type);
    }

    /** The type as the caller sees its fields. */
    public RecordTypeDescriptor of(RecordTypeDescriptor type) {
        FieldScope scope = access.fields(type.name());
        if (scope.equals(FieldScope.ALL)) {
            return type;
        }
        Key key = new Key(type.name(), scope);
        Seen known = kept.get(key);
        if (known == null || known.whole() != type) {
            if (kept.size() > MOST_KEPT) {
                kept.clear();
            }
            known = new Seen(type, type.within(scope));
            kept.put(key, known);
        }
        return known.seen();
    }

    /** Refuses a condition on fields that the caller may not read, in the words used for fields that are not there. */
    public void refuseHidden(String type, Filter filter) {
        FieldScope scope = access.fields(type);
        for (String field : Filter.fieldsOf(filter)) {
            if (!scope.readable(field)) {
                throw CrmException.invalidField(field, LocalizedMessage.of("records.error.unknownField"));
            }
        }
    }

    /**
     * The changes that the caller may read. Where anything is hidden, changes of fields that are not there any more are
     * left out too: they may be those of a hidden field under its older name.
     */
    public List<FieldChange> changes(String type, List<FieldChange> all) {
        if (types.find(type).isEmpty() || access.fields(type).hidden().isEmpty()) {
            return all;
        }
        RecordTypeDescriptor seen = of(types.named(type));
        return all.stream()
                .filter(change -> seen.fields().containsKey(change.field()))
                .toList();
    }
}
