package org.quanhe.crm.shell.ui;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RequestContext;

/**
 * Turns what a page did not catch into what people understand: the sign-in page, a page that says what is wrong, or the
 * same page once more when it had expired. The cause is logged once, with the code that the person sees.
 */
public class PageExceptionHandler extends ExceptionHandlerWrapper {
    private static final Logger LOG = Logger.getLogger(PageExceptionHandler.class.getName());

    public PageExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            FacesContext faces = FacesContext.getCurrentInstance();
            Throwable thrown = events.next().getContext().getException();
            events.remove();
            try {
                answer(faces, thrown);
            } catch (IOException clientGone) {
                LOG.log(Level.FINE, "nobody reads the answer", clientGone);
            }
        }
        getWrapped().handle();
    }

    private static void answer(FacesContext faces, Throwable thrown) throws IOException {
        if (expired(thrown)) {
            CDI.current().select(Toasts.class).get().say(text("ui.error.expired"));
            go(faces, CDI.current().select(Shell.class).get().getHere());
            return;
        }
        Optional<CrmException> refusal = Refusals.of(thrown);
        if (refusal.isEmpty()) {
            String code = code();
            LOG.log(Level.SEVERE, "page failed, code " + code, thrown);
            show(faces, 500, text("ui.error.500"), code);
        } else if (refusal.get().kind() == CrmException.Kind.UNAUTHENTICATED) {
            go(
                    faces,
                    "signin.xhtml?next="
                            + Links.encode("/"
                                    + CDI.current().select(Shell.class).get().getHere()));
        } else {
            show(faces, status(refusal.get().kind()), text(refusal.get()), "");
        }
    }

    private static void show(FacesContext faces, int status, String text, String code) throws IOException {
        ExternalContext external = faces.getExternalContext();
        if (faces.getPartialViewContext().isAjaxRequest()) {
            CDI.current().select(Toasts.class).get().say(code.isEmpty() ? text : text + " " + code);
            go(faces, CDI.current().select(Shell.class).get().getHere());
            return;
        }
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        request.setAttribute(ErrorPage.TEXT, text);
        request.setAttribute(ErrorPage.CODE, code);
        if (!external.isResponseCommitted()) {
            // The page that failed has set a nonce of its own; the error page brings another.
            external.responseReset();
            ((HttpServletResponse) external.getResponse()).sendError(status);
        }
        faces.responseComplete();
    }

    private static void go(FacesContext faces, String page) throws IOException {
        ExternalContext external = faces.getExternalContext();
        if (!external.isResponseCommitted()) {
            external.responseReset();
            external.redirect(external.getRequestContextPath() + "/" + page);
        }
        faces.responseComplete();
    }

    private static boolean expired(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ViewExpiredException) {
                return true;
            }
        }
        return false;
    }

    private static int status(CrmException.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT, STALE -> 409;
            case TOO_LARGE -> 413;
            case UNAVAILABLE -> 503;
        };
    }

    private static String text(String key) {
        return CDI.current().select(Viewer.class).get().text(key);
    }

    private static String text(CrmException refusal) {
        return CDI.current().select(Viewer.class).get().text(refusal);
    }

    /** What people quote when they ask for help: the request's id, which the log has too. */
    public static String code() {
        return RequestContext.requestId();
    }
}
