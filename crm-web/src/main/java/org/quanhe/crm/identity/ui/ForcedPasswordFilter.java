package org.quanhe.crm.identity.ui;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.shell.ui.Viewer;

/** Lets people whose password was set by somebody else see nothing but the page that changes it. */
@WebFilter({"*.xhtml", "/ui/*"})
public class ForcedPasswordFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> OPEN = Set.of("/password.xhtml", "/signin.xhtml", "/ui/prefer", "/ui/signout");

    @Inject
    private transient Viewer viewer;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        boolean open = OPEN.contains(path) || path.contains("faces.resource");
        if (!open
                && request.getUserPrincipal() != null
                && viewer.user().map(CurrentUser::mustChangePassword).orElse(false)) {
            response.sendRedirect(request.getContextPath() + "/password.xhtml");
            return;
        }
        chain.doFilter(request, response);
    }
}
