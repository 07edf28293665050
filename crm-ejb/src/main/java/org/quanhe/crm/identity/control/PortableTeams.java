package org.quanhe.crm.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.quanhe.crm.identity.entity.Team;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.spi.Arrival;
import org.quanhe.crm.records.spi.Portable;

/**
 * Teams that a file wants to be there: {@code {"key": "technicians", "name": {"en": "Technicians", …}}}. One that has
 * the name in any language is taken, else it is made. Exports have none: teams are records of one server.
 */
@ApplicationScoped
class PortableTeams implements Portable {
    private static final String TEAMS = "teams";
    private static final String NAME = "name";

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordWriter writer;

    @Override
    public String kind() {
        return TEAMS;
    }

    @Override
    public int place() {
        return 0;
    }

    @Override
    public boolean leaves() {
        return false;
    }

    @Override
    public List<Thing> all() {
        return List.of();
    }

    @Override
    public void bring(String key, Map<String, Object> document, Arrival arrival) {
        Set<String> known = new LinkedHashSet<>();
        for (Map<String, Object> said : arrival.spoken(document)) {
            if (!(said.get(NAME) instanceof String name)
                    || name.isBlank()
                    || !said.keySet().equals(Set.of(NAME))) {
                arrival.wrong(new Violation(NAME, LocalizedMessage.of("records.error.required")));
                return;
            }
            known.add(name.strip());
        }
        String name = known.iterator().next();
        List<Team> teams = entities.createQuery(
                        "select t from Team t where t.name in :names and t.deletedAt is null order by t.id", Team.class)
                .setParameter("names", known)
                .getResultList();
        if (teams.isEmpty()) {
            arrival.changes(
                    LocalizedMessage.named(
                            Stream.of(Language.values()).map(one -> name).toList()),
                    TEAMS,
                    Map.of(),
                    document);
            arrival.means(TEAMS, key, writer.create(TEAMS, Map.of(NAME, name)).getId());
        } else {
            arrival.means(TEAMS, key, teams.get(0).getId());
        }
    }
}
