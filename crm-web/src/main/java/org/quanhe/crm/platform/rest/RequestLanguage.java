package org.quanhe.crm.platform.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.quanhe.crm.identity.Accounts;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.platform.Language;

/** The language of a REST answer: what the call asks for, else what its user chose, else the installation's. */
@RequestScoped
public class RequestLanguage {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Accounts accounts;

    public Language language() {
        String header = request.getHeader("Accept-Language");
        if (header != null && !header.isBlank() && !header.equals("*")) {
            return Language.ofAcceptLanguage(header);
        }
        return chosen().orElseGet(accounts::defaultLanguage);
    }

    private Optional<Language> chosen() {
        Principal principal = request.getUserPrincipal();
        return Optional.ofNullable(principal)
                .flatMap(known -> accounts.find(known.getName()))
                .map(CurrentUser::language);
    }
}
