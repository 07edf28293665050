package org.quanhe.crm.pipeline.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.DocumentVersion;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.Pipelines;
import org.quanhe.crm.pipeline.control.PipelineBook;
import org.quanhe.crm.pipeline.control.Transfer;
import org.quanhe.crm.pipeline.control.Ways;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.spi.Access;

/** The façade of pipelines. */
@Stateless
@Local(Pipelines.class)
public class PipelinesService implements Pipelines {
    @Inject
    private Ways ways;

    @Inject
    private PipelineBook book;

    @Inject
    private Transfer transfer;

    @Inject
    private SeenTypes seen;

    @Inject
    private Access access;

    @Override
    public List<PipelineView> all() {
        seen.readable(Opportunity.TYPE);
        return ways.all();
    }

    @Override
    public PipelineView open(String code) {
        seen.readable(Opportunity.TYPE);
        return ways.named(code);
    }

    @Override
    public PipelineView create(Map<String, ?> document) {
        demandAdministrator();
        return book.create(document);
    }

    @Override
    public PipelineView change(String code, Map<String, ?> document, @Nullable Long version) {
        demandAdministrator();
        return book.change(code, document, version);
    }

    @Override
    public void remove(String code, @Nullable Long version) {
        demandAdministrator();
        book.remove(code, version);
    }

    @Override
    public List<DocumentVersion> versions(String code) {
        demandAdministrator();
        return book.versions(code);
    }

    @Override
    public Map<String, Long> standing(String code) {
        demandAdministrator();
        return transfer.standing(ways.named(code).code());
    }

    private void demandAdministrator() {
        if (!access.caller().administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
    }
}
