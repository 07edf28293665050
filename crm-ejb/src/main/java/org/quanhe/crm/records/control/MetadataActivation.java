package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import org.quanhe.crm.platform.control.AfterCommit;
import org.quanhe.crm.records.control.model.ModelHistory;
import org.quanhe.crm.records.spi.MetadataListener;

/** Brings a published model into force: behind the commit in the process that published, within a second elsewhere. */
@ApplicationScoped
public class MetadataActivation {
    private static final System.Logger LOG = System.getLogger(MetadataActivation.class.getName());

    @Inject
    private AfterCommit afterCommit;

    @Inject
    private RecordTypes types;

    @Inject
    private PublishedModels published;

    @Inject
    @Any
    private Instance<MetadataListener> listeners;

    /** Brings the model into force when the current transaction is committed. */
    public void behindTheCommit(PublishedModel model) {
        afterCommit.run(() -> activate(model));
    }

    /** Takes over what another process published. */
    public void catchUp() {
        if (published.newest() > types.published().number()) {
            activate(published.read());
        }
        if (types.rechoose()) {
            told(false);
        }
    }

    private synchronized void activate(PublishedModel model) {
        PublishedModel before = types.published();
        if (before.number() >= model.number()) {
            return;
        }
        types.use(model);
        told(ModelHistory.reshapes(before.model(), model.model()));
        LOG.log(Level.INFO, "metadata version {0} is in force", model.number());
    }

    private void told(boolean reshaped) {
        for (MetadataListener listener : listeners) {
            try {
                listener.metadataChanged(reshaped);
            } catch (RuntimeException failed) {
                // the model is in force all the same; who failed repairs itself as after a start
                LOG.log(Level.ERROR, "a change of metadata was not taken over", failed);
            }
        }
    }
}
