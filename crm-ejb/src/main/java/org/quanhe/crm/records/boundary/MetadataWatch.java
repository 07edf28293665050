package org.quanhe.crm.records.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.quanhe.crm.platform.control.Pulse;
import org.quanhe.crm.platform.control.StartedState;
import org.quanhe.crm.records.control.MetadataActivation;
import org.quanhe.crm.records.spi.ChoiceSource;

/** Takes over within a second what another process has published, and choices that it changed. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MetadataWatch {
    @Inject
    private MetadataActivation activation;

    @Inject
    private StartedState state;

    @Inject
    @Any
    private Instance<ChoiceSource> sources;

    @Inject
    private Pulse pulse;

    @PostConstruct
    void begin() {
        pulse.whenOther("select max(number) from metadata_version", this::look);
        sources.stream().map(ChoiceSource::version).distinct().forEach(version -> pulse.whenOther(version, this::look));
    }

    private void look() {
        if (state.started()) {
            activation.catchUp();
        }
    }
}
