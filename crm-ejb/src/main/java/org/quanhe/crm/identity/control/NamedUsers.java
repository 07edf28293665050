package org.quanhe.crm.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.quanhe.crm.identity.entity.User;
import org.quanhe.crm.records.spi.NamedRecords;

/** Colleagues are named by what they sign in with. */
@ApplicationScoped
class NamedUsers implements NamedRecords {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private UserDirectory directory;

    @Override
    public String type() {
        return "users";
    }

    @Override
    public Optional<String> name(long id) {
        return Optional.ofNullable(entities.find(User.class, id)).map(User::getUsername);
    }

    @Override
    public Optional<Long> find(String name) {
        return directory.byName(name).filter(user -> !user.deleted()).map(User::getId);
    }
}
