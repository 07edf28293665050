package org.quanhe.crm.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.quanhe.crm.platform.RequestContext;

/** Puts the request id before every line that the application logs, whatever the server's own format is. */
@Singleton
@Startup
public class RequestLog {
    /** Held here: the log manager keeps loggers weakly. */
    private final Logger application = Logger.getLogger("org.quanhe.crm");

    private final Handler prefixing = new Handler() {
        @Override
        public void publish(LogRecord line) {
            String request = RequestContext.requestId();
            if (!request.isEmpty()) {
                line.setMessage("[" + request + "] " + line.getMessage());
            }
            // to the handlers themselves: the loggers above would ask for their own level again
            for (Logger above = application.getParent(); above != null; above = above.getParent()) {
                for (Handler handler : above.getHandlers()) {
                    handler.publish(line);
                }
            }
        }

        @Override
        public void flush() {
            // the server's handlers flush themselves
        }

        @Override
        public void close() {
            // nothing is held open
        }
    };

    @PostConstruct
    void begin() {
        application.setUseParentHandlers(false);
        application.addHandler(prefixing);
    }

    @PreDestroy
    void end() {
        application.removeHandler(prefixing);
        application.setUseParentHandlers(true);
    }
}
