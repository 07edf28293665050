package org.quanhe.crm.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.quanhe.crm.identity.control.Passwords;
import org.quanhe.crm.identity.control.UserDirectory;
import org.quanhe.crm.search.control.SearchEngine;

/**
 * Walks the way of a sign-in: database, hashing, comparison, with a name that nobody has. An EJB, because health checks
 * are called outside of the application, where resources cannot be injected.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SignInProbe {
    /** Not a possible sign-in name: the probe can neither succeed nor delay anybody. */
    private static final String NOBODY = "#readiness";

    @Inject
    private UserDirectory directory;

    @Inject
    private Passwords passwords;

    @Inject
    private SearchEngine engine;

    /** True if people could sign in now. */
    public boolean works() {
        return directory.byName(NOBODY).isEmpty() && directory.anyAdministrator() && passwords.works();
    }

    /** Documents in the index; throws while it does not answer. */
    public long documents() {
        return engine.get().documents();
    }
}
