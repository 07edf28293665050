package org.quanhe.crm.dataquality.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.dataquality.control.columns.People;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.TextFold;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;

/** Users and teams by their names, as far as the caller may see them. */
@ApplicationScoped
public class PeopleByName {
    private static final List<String> NAMES = List.of("username", "email", "displayName", "name");

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private SeenTypes seen;

    @Inject
    private Access access;

    /** Reads all names at once: a table asks for them in every row. Two people of one name are nobody. */
    public People all() {
        Map<String, Optional<RecordRef>> known = new HashMap<>();
        for (String name : List.of("users", "teams")) {
            types.find(name).ifPresent(type -> learn(type, known));
        }
        CurrentUser me = access.caller();
        known.put(key("users", me.username()), Optional.of(new RecordRef("users", me.id())));
        return (type, text) -> known.getOrDefault(key(type, text), Optional.empty());
    }

    private void learn(RecordTypeDescriptor type, Map<String, Optional<RecordRef>> known) {
        Filter readable = access.readable(type.name());
        RecordTypeDescriptor read = seen.of(type);
        for (RecordEntity entity : entities.createQuery(
                        "select r from " + type.from() + "r.deletedAt is null", type.entity())
                .getResultList()) {
            Map<String, Object> values = RecordViews.values(read, entity);
            if (RecordViews.within(readable, type, entity) && !Boolean.FALSE.equals(values.get("active"))) {
                RecordRef ref = new RecordRef(type.name(), entity.getId());
                NAMES.stream()
                        .map(values::get)
                        .filter(value -> value instanceof String name && !name.isBlank())
                        .map(value -> key(type.name(), value.toString()))
                        .forEach(key -> known.merge(
                                key, Optional.of(ref), (one, other) -> one.equals(other) ? one : Optional.empty()));
            }
        }
    }

    private static String key(String type, String name) {
        return type + '/' + TextFold.fold(name);
    }
}
