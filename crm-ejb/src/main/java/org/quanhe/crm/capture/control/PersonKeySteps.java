package org.quanhe.crm.capture.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.capture.entity.PersonKeyProgress;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;

/** Writes the keys of records that were there before keys were kept, in portions; a crash goes on from the last one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PersonKeySteps {
    private static final int PORTION = 500;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private PersonKeyRows rows;

    /** One portion; false when everything is done. */
    public boolean goOn() {
        List<PersonKeyProgress> open = entities.createQuery(
                        "select p from PersonKeyProgress p where p.behind < :end order by p.recordType",
                        PersonKeyProgress.class)
                .setParameter("end", Long.MAX_VALUE)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        open.stream().limit(1).forEach(this::portion);
        return !open.isEmpty();
    }

    private void portion(PersonKeyProgress progress) {
        RecordTypeDescriptor type = types.named(progress.recordType());
        List<? extends RecordEntity> records = entities.createQuery(
                        "select r from " + type.from() + "r.deletedAt is null and r.id > :behind order by r.id",
                        type.entity())
                .setParameter("behind", progress.behind())
                .setMaxResults(PORTION)
                .getResultList();
        if (records.isEmpty()) {
            progress.reach(Long.MAX_VALUE);
            return;
        }
        List<Long> ids = records.stream().map(RecordEntity::getId).toList();
        Set<Long> known = rows.having(ids);
        Map<RecordRef, Set<String>> keys = new LinkedHashMap<>();
        for (RecordEntity record : records) {
            if (!known.contains(record.getId())) {
                keys.put(new RecordRef(type.name(), record.getId()), PersonKeys.of(RecordViews.values(type, record)));
            }
        }
        rows.add(keys);
        progress.reach(ids.get(ids.size() - 1));
    }
}
