package org.quanhe.crm.automation.control.triggers;

import jakarta.enterprise.context.ApplicationScoped;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Trigger;
import org.quanhe.crm.records.spi.WrittenRecord;

/** A record was created: {@code {"on": "created"}}. */
@ApplicationScoped
class Created implements Trigger {
    @Override
    public String code() {
        return "created";
    }

    @Override
    public String action() {
        return "created";
    }

    @Override
    public boolean fires(Arguments trigger, WrittenRecord written) {
        return true;
    }
}
