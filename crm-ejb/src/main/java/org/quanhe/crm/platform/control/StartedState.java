package org.quanhe.crm.platform.control;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether the application has started: schema migrated, first administrator there. Probes ask before they try. */
@ApplicationScoped
public class StartedState {
    private volatile boolean started;

    public boolean started() {
        return started;
    }

    public void begin() {
        started = true;
    }
}
