package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.leads.control.HandoverPlan.Rule;
import org.quanhe.crm.leads.entity.HandoverTurn;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;

/** Finds who in sales is asked about a lead. */
@ApplicationScoped
public class AssignmentPolicy {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private TeamMembers members;

    /**
     * Who is asked.
     *
     * @param user null for whoever of the team is first
     * @param team null where no rule names one
     */
    record Asked(@Nullable Long user, @Nullable Long team) {}

    /** By the first rule that holds, else whoever in sales has the fewest leads; refuses if there is nobody. */
    Asked find(HandoverPlan plan, Lead lead) {
        RecordTypeDescriptor type = types.named("leads");
        Map<String, Object> values = RecordViews.values(type, lead);
        Optional<Rule> rule = plan.rule(type.view(), values)
                .filter(found -> !sellers(found.team()).isEmpty());
        if (rule.isEmpty()) {
            List<Long> sales = members.inRole(Role.SALES);
            if (sales.isEmpty()) {
                throw CrmException.invalid("leads.error.nobody");
            }
            return new Asked(leastLoaded(sales), null);
        }
        long team = rule.get().team();
        List<Long> users = sellers(team);
        return switch (rule.get().how()) {
            case TEAM -> new Asked(null, team);
            case TURN -> new Asked(next(users, team), team);
            case LOAD -> new Asked(leastLoaded(users), team);
        };
    }

    /** Those of the team who sell; everybody in it where nobody has that role. */
    private List<Long> sellers(long team) {
        List<Long> all = members.of(team);
        List<Long> sales = members.inRole(Role.SALES);
        List<Long> selling = all.stream().filter(sales::contains).toList();
        return selling.isEmpty() ? all : selling;
    }

    /** Who is asked when nobody answers: a manager of the team, else any manager, else an administrator. */
    Optional<Long> superior(@Nullable Long team, @Nullable Long asked) {
        List<Long> managers = members.inRole(Role.MANAGER);
        List<Long> ofTeam = team == null ? List.of() : members.of(team);
        return managers.stream()
                .filter(ofTeam::contains)
                .filter(user -> !user.equals(asked))
                .findFirst()
                .or(() -> managers.stream().filter(user -> !user.equals(asked)).findFirst())
                .or(() -> members.inRole(Role.ADMINISTRATOR).stream().findFirst());
    }

    /** The row is locked until the end of the transaction: two leads at once take two turns. */
    private long next(List<Long> users, long team) {
        HandoverTurn turn = entities.find(HandoverTurn.class, team, LockModeType.PESSIMISTIC_WRITE);
        if (turn == null) {
            turn = new HandoverTurn(team);
            entities.persist(turn);
            entities.flush();
        }
        long last = turn.last();
        long next = users.stream().filter(user -> user > last).findFirst().orElse(users.get(0));
        turn.take(next);
        return next;
    }

    /** Leads that somebody owns or was asked about, and that are not at their end. */
    private long leastLoaded(List<Long> users) {
        Map<Long, Long> load = new HashMap<>();
        count(
                load,
                "select l.ownerId, count(l) from Lead l where l.ownerId in :users and l.deletedAt is null"
                        + " and l.status = 'accepted' group by l.ownerId",
                users);
        count(
                load,
                "select h.toUser, count(h) from Handover h where h.toUser in :users and h.state = 'open'"
                        + " group by h.toUser",
                users);
        return users.stream()
                .min(Comparator.comparingLong((Long user) -> load.getOrDefault(user, 0L))
                        .thenComparing(user -> user))
                .orElseThrow();
    }

    private void count(Map<Long, Long> load, String query, List<Long> users) {
        entities.createQuery(query, Object[].class)
                .setParameter("users", users)
                .getResultList()
                .forEach(row -> load.merge((Long) row[0], (Long) row[1], Long::sum));
    }
}
