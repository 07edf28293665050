package org.quanhe.crm.records.control.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.NamedRecords;

/** Records by names that mean the same on another server; by their title where nobody knows a better name. */
@ApplicationScoped
public class RecordNames {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    @Any
    private Instance<NamedRecords> named;

    /** How files name that record. One that is gone has a name that nothing has. */
    String name(String type, long id) {
        Optional<NamedRecords> better = better(type);
        Optional<String> name = better.isPresent() ? better.get().name(id) : title(type, id);
        return name.orElse("#" + id);
    }

    private Optional<String> title(String type, long id) {
        return types.find(type)
                .map(found -> found.find(entities, id, LockModeType.NONE))
                .filter(record -> !record.deleted())
                .map(RecordEntity::title);
    }

    /** The only record of that name. */
    Optional<Long> find(String type, String name) {
        Optional<NamedRecords> better = better(type);
        if (better.isPresent()) {
            return better.get().find(name);
        }
        return types.find(type).flatMap(found -> only(found, name));
    }

    private Optional<Long> only(RecordTypeDescriptor type, String name) {
        List<Long> found = entities.createQuery(
                        "select r.id from " + type.from() + "r.deletedAt is null and r."
                                + type.title().view().name() + " = :name",
                        Long.class)
                .setParameter("name", name)
                .setMaxResults(2)
                .getResultList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Optional<NamedRecords> better(String type) {
        return named.stream().filter(one -> one.type().equals(type)).findFirst();
    }
}
