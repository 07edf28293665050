package org.quanhe.crm.messages.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.NoticeChannel;
import org.quanhe.crm.messages.NoticeKind;
import org.quanhe.crm.messages.NoticeView;
import org.quanhe.crm.messages.Notices;
import org.quanhe.crm.messages.control.NoticeBook;
import org.quanhe.crm.messages.entity.Notice;
import org.quanhe.crm.messages.entity.NoticeChoice;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.spi.Access;

/** The façade of notices. */
@Stateless
@Local(Notices.class)
public class NoticesService implements Notices {
    private static final int MOST = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private NoticeBook book;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    @Override
    public int unread() {
        return entities.createQuery("select n.id from Notice n where n.userId = :me and n.readAt is null", Long.class)
                .setParameter("me", me())
                .setMaxResults(MOST_COUNTED)
                .getResultList()
                .size();
    }

    @Override
    public List<NoticeView> mine(@Nullable Long before, int limit) {
        return entities
                .createQuery(
                        "select n from Notice n where n.userId = :me and n.id < :before order by n.id desc",
                        Notice.class)
                .setParameter("me", me())
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(Math.max(1, Math.min(limit, MOST)))
                .getResultList()
                .stream()
                .map(Notice::view)
                .toList();
    }

    @Override
    public NoticeView read(long id) {
        Notice notice = entities.find(Notice.class, id);
        if (notice == null || !notice.belongsTo(me())) {
            throw CrmException.notFound(new RecordRef("notices", id));
        }
        notice.read(time.now());
        return notice.view();
    }

    @Override
    public void readAll() {
        entities.createQuery("update Notice n set n.readAt = :now, n.version = n.version + 1"
                        + " where n.userId = :me and n.readAt is null")
                .setParameter("now", time.now())
                .setParameter("me", me())
                .executeUpdate();
    }

    @Override
    public Map<NoticeKind, NoticeChannel> choices() {
        Map<NoticeKind, NoticeChannel> choices = new EnumMap<>(NoticeKind.class);
        for (NoticeKind kind : NoticeKind.values()) {
            choices.put(kind, book.channel(me(), kind));
        }
        return choices;
    }

    @Override
    public void choose(Map<NoticeKind, NoticeChannel> choices) {
        choices.forEach((kind, channel) -> {
            NoticeChoice choice = entities.find(NoticeChoice.class, NoticeChoice.id(me(), kind));
            if (choice == null) {
                choice = new NoticeChoice(me(), kind);
                entities.persist(choice);
            }
            choice.choose(channel);
        });
    }

    private long me() {
        return access.caller().id();
    }
}
