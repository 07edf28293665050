package org.quanhe.crm.automation.control.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.entity.AssignmentTurn;
import org.quanhe.crm.automation.spi.Action;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Step;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.RecordCondition;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordWriter;

/**
 * Gives the record to a team, and to one of its members: {@code {"do": "assign", "team": 12, "how": "round-robin"}}, or
 * {@code "load"} for whoever looks after the fewest records of the type, or {@code "none"} for the team alone. By
 * territory: {@code "rules": [{"when": "city == 'Huế'", "team": 12}, …]}, the first that holds.
 */
@ApplicationScoped
class Assign implements Action {
    private static final List<String> WAYS = List.of("round-robin", "load", "none");

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordWriter writer;

    @Inject
    private TeamMembers members;

    @Override
    public String code() {
        return "assign";
    }

    @Override
    public List<Parameter> parameters() {
        Parameter team = Parameter.record("team", "teams");
        Parameter how = Parameter.choice("how", WAYS).or(WAYS.get(0));
        return List.of(
                team,
                how,
                Parameter.objects("rules", List.of(Parameter.of("when", Parameter.Kind.CONDITION), team, how)));
    }

    @Override
    public void check(Arguments step) {
        if (step.type().find("owner").isEmpty()) {
            step.wrong(
                    "do",
                    "automation.error.notOwned",
                    LocalizedMessage.of(step.type().name() + ".type"));
        }
        List<Arguments> rules = step.list("rules");
        rules.forEach(this::target);
        if (rules.isEmpty() || step.raw("team") != null) {
            target(step);
        }
    }

    private void target(Arguments step) {
        if (step.raw("team") == null) {
            step.wrong("team", "records.error.required");
            return;
        }
        long team = step.number("team", BigDecimal.ZERO).longValue();
        if (members.name(team).isEmpty()) {
            step.wrong("team", "records.error.noTarget", step.text("team"));
        }
    }

    @Override
    public void run(Arguments step, Step run) {
        Arguments chosen = step;
        for (Arguments rule : step.list("rules")) {
            if (RecordCondition.parse(step.type(), rule.text("when"))
                    .holds(run.record().values())) {
                chosen = rule;
                break;
            }
        }
        if (chosen.raw("team") == null) {
            run.say("automation.trace.noRule");
            return;
        }
        long team = chosen.number("team", BigDecimal.ZERO).longValue();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("team", Long.toString(team));
        Optional<Long> user = member(chosen, team, run);
        user.ifPresent(id -> values.put("owner", Long.toString(id)));
        writer.change(run.record().ref(), null, values, run.why());
        run.say(
                "automation.trace.assigned",
                members.name(team).orElse("?"),
                user.flatMap(members::userName).orElse("–"));
    }

    private Optional<Long> member(Arguments step, long team, Step run) {
        List<Long> users = members.of(team);
        if (users.isEmpty() || step.text("how").equals("none")) {
            return Optional.empty();
        }
        return step.text("how").equals("load") ? leastLoaded(users, run) : nextInTurn(users, team);
    }

    /** The row is locked until the end of the step: two runs at once take two turns. */
    private Optional<Long> nextInTurn(List<Long> users, long team) {
        AssignmentTurn turn = entities.find(AssignmentTurn.class, team, LockModeType.PESSIMISTIC_WRITE);
        if (turn == null) {
            turn = new AssignmentTurn(team);
            entities.persist(turn);
            entities.flush();
        }
        long last = turn.last();
        long next = users.stream().filter(user -> user > last).findFirst().orElse(users.get(0));
        turn.take(next);
        return Optional.of(next);
    }

    private Optional<Long> leastLoaded(List<Long> users, Step run) {
        RecordTypeDescriptor type = types.named(run.record().ref().type());
        long least = Long.MAX_VALUE;
        Long chosen = null;
        for (Long user : users) {
            long load = entities.createQuery(
                            "select count(r) from " + type.from() + "r.ownerId = :user and r.deletedAt is null",
                            Long.class)
                    .setParameter("user", user)
                    .getSingleResult();
            if (load < least) {
                least = load;
                chosen = user;
            }
        }
        return Optional.ofNullable(chosen);
    }
}
