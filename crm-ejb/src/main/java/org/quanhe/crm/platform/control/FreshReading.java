package org.quanhe.crm.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.util.function.Function;

/**
 * Reads what the database says now, with or without a transaction: for what is kept for everybody. The persistence
 * context of whoever happens to ask gives back a row as it was when that transaction first read it.
 */
@ApplicationScoped
public class FreshReading {
    @PersistenceUnit(unitName = "crm")
    private EntityManagerFactory factory;

    /** What comes of reading; entities that it gives away belong to nobody. */
    public <T> T of(Function<EntityManager, T> read) {
        EntityManager entities = factory.createEntityManager();
        try {
            return read.apply(entities);
        } finally {
            entities.close();
        }
    }
}
