package org.quanhe.crm.search.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.search.entity.OpenedRecord;

/** The records that a user opened, in order; whether the user may see them now is asked by who shows them. */
@ApplicationScoped
public class OpenedByUser {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    /** The newest first. */
    public List<RecordRef> last(long user, int most) {
        return ordered(user, "o.openedAt desc, o.id desc", most);
    }

    /** Those opened most first. */
    public List<RecordRef> often(long user, int most) {
        return ordered(user, "o.heat desc, o.id desc", most);
    }

    private List<RecordRef> ordered(long user, String order, int most) {
        return entities
                .createQuery(
                        "select o from OpenedRecord o where o.userId = :user order by " + order, OpenedRecord.class)
                .setParameter("user", user)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(OpenedRecord::ref)
                .toList();
    }
}
