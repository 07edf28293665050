package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quanhe.crm.lifecycle.entity.StageStay;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.entity.InstantColumn;
import org.quanhe.crm.platform.entity.StoredText;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.search.control.IndexFeed;

/**
 * Takes all records of a stage that goes to another one, by few statements however many they are. It is the lifecycle
 * that changes, not the records: automations are not set off.
 */
@ApplicationScoped
public class StageMapping {
    private static final InstantColumn MOMENTS = new InstantColumn();

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private StagedTypes types;

    @Inject
    private IndexFeed feed;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /** How many records stand in each stage, deleted ones left out. */
    public Map<String, Long> standing() {
        Map<String, Long> standing = new LinkedHashMap<>();
        for (RecordTypeDescriptor type : types.all()) {
            entities.createQuery(
                            "select r.lifecycleStage, count(r) from " + type.from()
                                    + "r.deletedAt is null and r.lifecycleStage is not null group by r.lifecycleStage",
                            Object[].class)
                    .getResultList()
                    .forEach(row -> standing.merge((String) row[0], (Long) row[1], Long::sum));
        }
        return standing;
    }

    /** All that stand in the one stage, deleted ones among them, stand in the other one from now on. */
    void take(String from, String to, LocalizedMessage why) {
        Instant now = time.now();
        for (RecordTypeDescriptor type : types.all()) {
            List<Long> ids = entities.createQuery(
                            "select r.id from " + type.from() + "r.lifecycleStage = :stage", Long.class)
                    .setParameter("stage", from)
                    .getResultList();
            if (!ids.isEmpty()) {
                take(type, from, to, now, why);
                feed.changedInBulk(type.name(), ids);
            }
        }
    }

    private void take(RecordTypeDescriptor type, String from, String to, Instant now, LocalizedMessage why) {
        entities.createQuery("update StageStay s set s.leftAt = :now"
                        + " where s.recordType = :type and s.stage = :stage and s.leftAt is null")
                .setParameter("now", now)
                .setParameter("type", type.name())
                .setParameter("stage", from)
                .executeUpdate();
        entities.createNativeQuery("insert into "
                        + StageStay.class.getAnnotation(Table.class).name()
                        + " (record_id, place, record_type, stage, entered_at, entered_by, by_itself, why)"
                        + " select id, stage_place + 1, cast(? as varchar(60)), cast(? as varchar(40)),"
                        + " cast(? as timestamp(3)), cast(? as bigint), true, cast(? as varchar(4000)) from "
                        + table(type) + " where lifecycle_stage = ?")
                .setParameter(1, type.name())
                .setParameter(2, to)
                .setParameter(3, MOMENTS.convertToDatabaseColumn(now))
                .setParameter(4, access.caller().id())
                .setParameter(5, JsonText.write(StoredText.of(why)))
                .setParameter(6, from)
                .executeUpdate();
        entities.createQuery("update " + type.from().replace(" r where ", " r set ")
                        + "r.lifecycleStage = :to, r.stageSince = :now, r.stagePlace = r.stagePlace + 1,"
                        + " r.version = r.version + 1 where r.lifecycleStage = :stage")
                .setParameter("to", to)
                .setParameter("now", now)
                .setParameter("stage", from)
                .executeUpdate();
    }

    private static String table(RecordTypeDescriptor type) {
        Table named = type.entity().getAnnotation(Table.class);
        return named == null || named.name().isEmpty()
                ? type.entity().getSimpleName().toLowerCase(Locale.ROOT)
                : named.name();
    }
}
