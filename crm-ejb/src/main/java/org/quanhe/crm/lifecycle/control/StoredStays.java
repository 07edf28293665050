package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.Set;
import org.quanhe.crm.lifecycle.entity.StageStay;
import org.quanhe.crm.records.entity.StagedRecord;

/** The times of records in stages as the database keeps them. */
@ApplicationScoped
public class StoredStays implements Stays {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Override
    public Optional<StageStay> open(StagedRecord record) {
        return record.stagePlace() < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        entities.find(StageStay.class, new StageStay.Key(record.getId(), record.stagePlace())));
    }

    @Override
    public Set<String> been(StagedRecord record) {
        return Set.copyOf(
                entities.createQuery("select distinct s.stage from StageStay s where s.recordId = :id", String.class)
                        .setParameter("id", record.getId())
                        .getResultList());
    }

    @Override
    public void add(StageStay stay) {
        entities.persist(stay);
    }
}
