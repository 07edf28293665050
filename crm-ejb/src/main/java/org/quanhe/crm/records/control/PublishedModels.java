package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quanhe.crm.platform.control.FreshReading;
import org.quanhe.crm.records.control.model.ModelJson;
import org.quanhe.crm.records.entity.MetadataVersion;
import org.quanhe.crm.records.metadata.Model;

/** Reads what was published, wherever it is asked for: also on threads and at moments without a transaction. */
@ApplicationScoped
public class PublishedModels {
    @Inject
    private FreshReading fresh;

    /** Number of the newest one, 0 if there is none. */
    public long newest() {
        Long number =
                fresh.of(entities -> entities.createQuery("select max(v.number) from MetadataVersion v", Long.class)
                        .getSingleResult());
        return number == null ? 0 : number;
    }

    /** The newest one. */
    public PublishedModel read() {
        List<MetadataVersion> newest = fresh.of(entities -> entities.createQuery(
                        "select v from MetadataVersion v order by v.number desc", MetadataVersion.class)
                .setMaxResults(1)
                .getResultList());
        return newest.isEmpty()
                ? new PublishedModel(0, Model.EMPTY)
                : new PublishedModel(
                        newest.get(0).number(), ModelJson.read(newest.get(0).model()));
    }
}
