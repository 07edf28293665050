package org.quanhe.crm.automation.control.triggers;

import jakarta.enterprise.context.ApplicationScoped;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Trigger;
import org.quanhe.crm.records.spi.WrittenRecord;

/** A record was deleted: {@code {"on": "deleted"}}. */
@ApplicationScoped
class Deleted implements Trigger {
    @Override
    public String code() {
        return "deleted";
    }

    @Override
    public String action() {
        return "deleted";
    }

    @Override
    public boolean fires(Arguments trigger, WrittenRecord written) {
        return true;
    }
}
