package org.quanhe.crm.search.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.spi.MetadataListener;
import org.quanhe.crm.search.IndexReason;
import org.quanhe.crm.search.spi.SearchBackend;

/** Tells the index of new types and fields; where it cannot serve them as it is, it is rebuilt beside itself. */
@ApplicationScoped
class IndexShape implements MetadataListener {
    @Inject
    private RecordTypes types;

    @Inject
    private SearchEngine engine;

    @Inject
    private IndexWorker worker;

    @Override
    public void metadataChanged(boolean reshaped) {
        SearchBackend backend = engine.get();
        backend.use(types.views());
        if (reshaped || !backend.fits()) {
            worker.rebuild(IndexReason.SHAPE, 0, "");
        }
    }
}
