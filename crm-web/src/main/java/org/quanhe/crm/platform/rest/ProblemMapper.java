package org.quanhe.crm.platform.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;

/** Turns whatever a resource throws into a problem; what is our own fault is logged once, here, with its cause. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Inject
    private RequestLanguage request;

    @Override
    public Response toResponse(Throwable thrown) {
        Language language = request.language();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CrmException refused) {
                return Problem.of(refused, language);
            }
        }
        if (thrown instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            String key = status < 500 ? "platform.error.http" + status : "platform.error.internal";
            Response problem = Problem.of(status, LocalizedMessage.of(key), language);
            return status == 405
                    ? Response.fromResponse(problem)
                            .header("Allow", web.getResponse().getHeaderString("Allow"))
                            .build()
                    : problem;
        }
        LOG.log(Level.ERROR, "a call failed", thrown);
        return Problem.of(500, LocalizedMessage.of("platform.error.internal"), language);
    }
}
