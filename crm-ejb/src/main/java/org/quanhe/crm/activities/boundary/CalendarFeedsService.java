package org.quanhe.crm.activities.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.CalendarFeeds;
import org.quanhe.crm.activities.control.FeedWriter;
import org.quanhe.crm.activities.entity.CalendarFeed;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.AddressSecret;
import org.quanhe.crm.records.spi.Access;

/** The façade of calendars for other programs. */
@Stateless
@Local(CalendarFeeds.class)
public class CalendarFeedsService implements CalendarFeeds {
    private static final Duration BEHIND = Duration.ofDays(60);
    private static final Duration AHEAD = Duration.ofDays(400);

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private FeedWriter writer;

    @Inject
    private TeamMembers members;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    @Override
    public Optional<Instant> since() {
        return Optional.ofNullable(mine()).map(CalendarFeed::madeAt);
    }

    private @Nullable CalendarFeed mine() {
        return entities.find(CalendarFeed.class, access.caller().id());
    }

    @Override
    public String renew() {
        CalendarFeed feed = mine();
        if (feed == null) {
            feed = new CalendarFeed(access.caller().id());
            String secret = feed.renew(time.now());
            entities.persist(feed);
            return secret;
        }
        return feed.renew(time.now());
    }

    @Override
    public void withdraw() {
        CalendarFeed feed = mine();
        if (feed != null) {
            entities.remove(feed);
        }
    }

    @Override
    public String read(String secret) {
        return entities
                .createQuery("select f from CalendarFeed f where f.digest = :digest", CalendarFeed.class)
                .setParameter("digest", AddressSecret.digest(secret))
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(feed -> members.signInName(feed.user()))
                .map(name -> access.as(
                        name,
                        () -> writer.calendar(
                                time.now().minus(BEHIND), time.now().plus(AHEAD))))
                .orElseThrow(() -> new CrmException(
                        CrmException.Kind.NOT_FOUND, LocalizedMessage.of("platform.error.notFound", "calendar", "…")));
    }
}
