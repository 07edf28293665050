package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.FollowingValues;

/** Lets values follow that capabilities keep in records, and what is calculated from them. */
@ApplicationScoped
class Followers {
    @Inject
    @Any
    private Instance<FollowingValues> all;

    @Inject
    private CalculatedValues calculated;

    /** Called behind everything else that a write does to the record, before the flush. */
    void follow(RecordTypeDescriptor type, RecordEntity record) {
        boolean followed = false;
        for (FollowingValues one : all) {
            followed |= one.follow(type.name(), record);
        }
        if (followed) {
            calculated.fill(type, record, false);
        }
    }
}
