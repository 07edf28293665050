package org.quanhe.crm.identity.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.identity.entity.Team;
import org.quanhe.crm.identity.entity.User;

/** Who works in a team. */
@Stateless
@Local(TeamMembers.class)
public class TeamMembersService implements TeamMembers {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Override
    public List<Long> of(long team) {
        return active(user -> user.getTeams().contains(team));
    }

    @Override
    public List<Long> inRole(Role role) {
        return active(user -> user.getRoles().contains(role.code()));
    }

    private List<Long> active(Predicate<User> wanted) {
        return entities
                .createQuery(
                        "select u from User u where u.active = true and u.deletedAt is null order by u.id", User.class)
                .getResultList()
                .stream()
                .filter(wanted)
                .map(User::getId)
                .toList();
    }

    @Override
    public Optional<String> signInName(long user) {
        return Optional.ofNullable(entities.find(User.class, user))
                .filter(found -> found.getActive() && !found.deleted())
                .map(User::getUsername);
    }

    @Override
    public Optional<String> name(long team) {
        return Optional.ofNullable(entities.find(Team.class, team))
                .filter(found -> !found.deleted())
                .map(Team::title);
    }

    @Override
    public Optional<String> userName(long user) {
        return Optional.ofNullable(entities.find(User.class, user)).map(User::title);
    }
}
