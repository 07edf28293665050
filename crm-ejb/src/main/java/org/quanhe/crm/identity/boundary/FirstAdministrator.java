package org.quanhe.crm.identity.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.control.Passwords;
import org.quanhe.crm.identity.entity.User;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.control.StartedState;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.control.Collation;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.search.control.IndexFeed;

/** Makes the first administrator of an empty database. There is no default password. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class FirstAdministrator {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Passwords passwords;

    @Inject
    private RecordTypes types;

    @Inject
    private IndexFeed feed;

    @Inject
    private TimeSource time;

    @Inject
    private StartedState state;

    @PostConstruct
    void start() {
        create();
        state.begin();
    }

    private void create() {
        long users =
                entities.createQuery("select count(u) from User u", Long.class).getSingleResult();
        if (users > 0) {
            return;
        }
        Optional<String> chosen = Configuration.find(CrmSettings.ADMIN_PASSWORD);
        String password = chosen.orElseGet(passwords::invent);
        User admin = new User();
        admin.setUsername("admin");
        admin.setDisplayName("Administrator");
        admin.setRoles(List.of(Role.ADMINISTRATOR.code()));
        admin.setPassword(passwords.hash(password), false);
        admin.verify();
        entities.persist(admin);
        admin.saved(admin.getId(), time.now(), Collation.key(admin.title()));
        entities.flush();
        feed.changed(types.named("users"), List.of(admin));
        if (chosen.isEmpty()) {
            // Once, to the console and not to a log file: nothing keeps it.
            System.out.println();
            System.out.println("  First sign-in:  admin  /  " + password);
            System.out.println("  Shown this once. Change it after signing in.");
            System.out.println();
        }
    }
}
