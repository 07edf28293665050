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

    /** True if people could sign in now and the search answers; how much there is to find is nobody's business. */
    public boolean works() {
        return directory.byName(NOBODY).isEmpty()
                && directory.anyAdministrator()
                && passwords.works()
                && engine.get().documents() >= 0;
    }
}
