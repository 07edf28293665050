package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.util.List;
import org.quanhe.crm.records.control.model.ModelJson;
import org.quanhe.crm.records.entity.MetadataVersion;
import org.quanhe.crm.records.metadata.Model;

/** Reads what was published, wherever it is asked for: also on threads and at moments without a transaction. */
@ApplicationScoped
public class PublishedModels {
    @PersistenceUnit(unitName = "crm")
    private EntityManagerFactory factory;

    /** Number of the newest one, 0 if there is none. */
    public long newest() {
        EntityManager entities = factory.createEntityManager();
        try {
            Long number = entities.createQuery("select max(v.number) from MetadataVersion v", Long.class)
                    .getSingleResult();
            return number == null ? 0 : number;
        } finally {
            entities.close();
        }
    }

    /** The newest one. */
    public PublishedModel read() {
        EntityManager entities = factory.createEntityManager();
        try {
            List<MetadataVersion> newest = entities.createQuery(
                            "select v from MetadataVersion v order by v.number desc", MetadataVersion.class)
                    .setMaxResults(1)
                    .getResultList();
            return newest.isEmpty()
                    ? new PublishedModel(0, Model.EMPTY)
                    : new PublishedModel(
                            newest.get(0).number(), ModelJson.read(newest.get(0).model()));
        } finally {
            entities.close();
        }
    }
}
