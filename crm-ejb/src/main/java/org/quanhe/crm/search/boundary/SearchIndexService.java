package org.quanhe.crm.search.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.search.IndexReason;
import org.quanhe.crm.search.SearchIndex;
import org.quanhe.crm.search.control.IndexCondition;
import org.quanhe.crm.search.control.IndexDiary;
import org.quanhe.crm.search.control.IndexWorker;
import org.quanhe.crm.search.control.SearchEngine;
import org.quanhe.crm.search.spi.SearchUnavailable;

/** The life of the index, for administrators. */
@Stateless
@Local(SearchIndex.class)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class SearchIndexService implements SearchIndex {
    private static final int REPORTS = 10;

    @Inject
    private SearchEngine engine;

    @Inject
    private IndexWorker worker;

    @Inject
    private IndexCondition condition;

    @Inject
    private IndexDiary diary;

    @Inject
    private Access access;

    @Override
    public IndexState state() {
        administrator();
        long documents = documents();
        return new IndexState(
                documents >= 0,
                Math.max(0, documents),
                worker.waiting(),
                condition.behindSince().orElse(null),
                worker.underWay(),
                diary.last(REPORTS));
    }

    /** Records in the index, -1 while it cannot be opened. */
    private long documents() {
        try {
            return engine.get().documents();
        } catch (SearchUnavailable unavailable) {
            return -1;
        }
    }

    @Override
    public Optional<Instant> behindSince() {
        return condition.behindSince();
    }

    @Override
    public void rebuild() {
        CurrentUser somebody = administrator();
        worker.rebuild(IndexReason.ASKED, somebody.id(), somebody.displayName());
    }

    @Override
    public void reconcile() {
        CurrentUser somebody = administrator();
        if (!worker.reconcile(IndexReason.ASKED, somebody.id(), somebody.displayName())) {
            throw new CrmException(CrmException.Kind.CONFLICT, LocalizedMessage.of("search.error.busy"));
        }
    }

    private CurrentUser administrator() {
        CurrentUser caller = access.caller();
        if (!caller.administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
        return caller;
    }
}
