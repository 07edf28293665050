package org.quanhe.crm.platform.rest;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RequestContext;

/** Gives each request its id and each answer the headers that browsers protect people by. */
@WebFilter(
        filterName = "request",
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
        asyncSupported = true)
public class RequestFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    @Inject
    private transient RequestLanguage language;

    /**
     * Names the request in log and answer, and protects the answer; for those who answer before the filter is asked.
     */
    public static void begin(HttpServletRequest request, HttpServletResponse response) {
        String given = request.getHeader("X-Request-Id");
        String id = given != null && REQUEST_ID.matcher(given).matches()
                ? given
                : Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
        RequestContext.set(id);
        response.setHeader("X-Request-Id", id);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.startsWith("/forms/")) {
            // web forms stand in pages of other sites: each says itself in which
            response.setHeader("X-Frame-Options", "SAMEORIGIN");
        }
        if (path.startsWith(ApiApplication.PATH)) {
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
        if (!path.startsWith("/jakarta.faces.resource/")) {
            response.setHeader("Cache-Control", "no-store");
        }
    }

    /** The request that {@link #begin} named has its answer. */
    public static void end() {
        RequestContext.set("");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        begin(request, response);
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding("UTF-8");
        }
        try {
            if (request.getDispatcherType() == DispatcherType.ERROR && ofApi(request)) {
                tell(request, response);
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            end();
        }
    }

    private static boolean ofApi(HttpServletRequest request) {
        return Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "")
                .startsWith(request.getContextPath() + ApiApplication.PATH + "/");
    }

    /** What the server itself refuses before a resource is asked, such as a broken header, is a problem like others. */
    private void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
        String key = status < 500 ? "platform.error.http" + status : "platform.error.internal";
        response.setContentType(Problem.TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(Problem.text(status, LocalizedMessage.of(key), language.language()));
    }
}
