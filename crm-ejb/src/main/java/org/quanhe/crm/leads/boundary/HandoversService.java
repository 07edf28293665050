package org.quanhe.crm.leads.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.HandoverCounts;
import org.quanhe.crm.leads.HandoverSettings;
import org.quanhe.crm.leads.HandoverView;
import org.quanhe.crm.leads.Handovers;
import org.quanhe.crm.leads.LeadTrail;
import org.quanhe.crm.leads.control.HandoverBook;
import org.quanhe.crm.leads.control.HandoverCounting;
import org.quanhe.crm.leads.control.HandoverSettingsBook;
import org.quanhe.crm.leads.control.HandoversShown;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.control.RecordVerbs;

/** The façade of leads on their way from marketing to sales. */
@Stateless
@Local(Handovers.class)
public class HandoversService implements Handovers {
    private static final int MOST = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private HandoverBook book;

    @Inject
    private HandoversShown shown;

    @Inject
    private HandoverCounting counts;

    @Inject
    private HandoverSettingsBook settings;

    @Inject
    private RecordVerbs verbs;

    @Override
    public Optional<HandoverView> open(RecordRef lead) {
        return shown.of(verbs.seen(Lead.class, lead(lead)));
    }

    @Override
    public LeadTrail trail(RecordRef lead) {
        return shown.trail(verbs.seen(Lead.class, lead(lead)));
    }

    @Override
    public Portion<HandoverView> waiting(boolean all, @Nullable String cursor, int limit) {
        return shown.waiting(all, cursor, Math.max(1, Math.min(limit, MOST)));
    }

    @Override
    public HandoverCounts counts() {
        return counts.read();
    }

    @Override
    public HandoverView ask(RecordRef lead, @Nullable Long version, @Nullable Long to, String note) {
        book.ask(lead(lead), version, to, note);
        return open(lead).orElseThrow();
    }

    @Override
    public void accept(RecordRef lead, @Nullable Long version, @Nullable Language call) {
        book.accept(lead(lead), version, call);
    }

    @Override
    public void giveBack(RecordRef lead, @Nullable Long version, String why) {
        book.giveBack(lead(lead), version, why);
    }

    @Override
    public HandoverView pass(RecordRef lead, @Nullable Long version, long to, String note) {
        book.pass(lead(lead), version, to, note);
        return open(lead).orElseThrow();
    }

    @Override
    public HandoverSettings settings() {
        return settings.shown();
    }

    @Override
    public HandoverSettings change(Map<String, ?> document, @Nullable Long version) {
        return settings.change(document, version);
    }

    private static RecordRef lead(RecordRef ref) {
        if (!ref.type().equals("leads")) {
            throw CrmException.notFound(ref);
        }
        return ref;
    }
}
