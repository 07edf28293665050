package org.quanhe.crm.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.entity.User;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.spi.RecordRule;

/** Sign-in names are used once; an active administrator always remains. */
@ApplicationScoped
public class UserRules implements RecordRule<User> {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private UserDirectory directory;

    @Override
    public Class<User> guards() {
        return User.class;
    }

    @Override
    public void beforeSave(User user) {
        List<User> others = entities.createQuery("select u from User u where u.id <> :id", User.class)
                .setParameter("id", user.getId())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        if (others.stream().anyMatch(other -> other.getUsername().equals(user.getUsername()))) {
            throw CrmException.invalidField(
                    "username", LocalizedMessage.of("identity.error.usernameTaken", user.getUsername()));
        }
        if (!administers(user) && others.stream().noneMatch(UserRules::administers)) {
            throw CrmException.invalid("identity.error.lastAdministrator");
        }
        directory.forget();
    }

    private static boolean administers(User user) {
        return user.getActive() && !user.deleted() && user.getRoles().contains(Role.ADMINISTRATOR.code());
    }
}
