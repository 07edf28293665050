package org.quanhe.crm.records.boundary;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.quanhe.crm.platform.control.StartedState;
import org.quanhe.crm.records.control.MetadataActivation;

/** Looks once a second whether another process has published metadata. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MetadataWatch {
    @Inject
    private MetadataActivation activation;

    @Inject
    private StartedState state;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void look() {
        if (state.started()) {
            activation.catchUp();
        }
    }
}
