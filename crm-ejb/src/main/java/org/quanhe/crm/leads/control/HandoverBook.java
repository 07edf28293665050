package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.leads.control.AssignmentPolicy.Asked;
import org.quanhe.crm.leads.entity.Handover;
import org.quanhe.crm.leads.entity.HandoverSettingsRow;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.messages.ColleagueNews;
import org.quanhe.crm.messages.NoticeKind;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.scoring.Scores;
import org.quanhe.crm.workingtime.WorkingHours;
import org.quanhe.crm.workingtime.WorkingTime;

/** Questions to sales and their answers, inside the caller's transaction. The lead is locked first, always. */
@ApplicationScoped
public class HandoverBook {
    static final String LEADS = "leads";
    private static final int LONGEST = 2_000;

    /** How long after acceptance the first call is planned, in working minutes. */
    private static final long CALL_AFTER_MINUTES = 30;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private RecordTypes types;

    @Inject
    private Records records;

    @Inject
    private AssignmentPolicy policy;

    @Inject
    private TeamMembers members;

    @Inject
    private ColleagueNews news;

    @Inject
    private WorkingTime workingTime;

    @Inject
    private Nurture nurture;

    @Inject
    private Scores scores;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /** The question about the lead that is open. */
    Optional<Handover> open(long lead) {
        return entities.createQuery(
                        "select h from Handover h where h.leadId = :lead and h.state = 'open' order by h.id desc",
                        Handover.class)
                .setParameter("lead", lead)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    HandoverPlan plan() {
        HandoverSettingsRow row = entities.find(HandoverSettingsRow.class, HandoverSettingsRow.ONLY);
        return HandoverPlan.readKept(
                JsonText.readMap(row.document()), types.named(LEADS).view());
    }

    /** Asks sales, for the caller. */
    public Handover ask(RecordRef ref, @Nullable Long version, @Nullable Long to, String note) {
        Lead lead = verbs.locked(Lead.class, ref, version);
        verbs.demandWritable(LEADS, lead);
        return ask(lead, access.caller().id(), to, shortened(note), LocalizedMessage.of("leads.why.asked"));
    }

    /** Asks sales because the score reached the threshold; nothing happens where it is not ready any more. */
    void askByScore(RecordRef ref) {
        Lead lead = verbs.locked(Lead.class, ref, null);
        if (lead.ready()) {
            ask(lead, null, null, "", LocalizedMessage.of("leads.why.threshold", lead.points()));
        }
    }

    private Handover ask(Lead lead, @Nullable Long askedBy, @Nullable Long to, String note, LocalizedMessage why) {
        if (open(lead.getId()).isPresent() || lead.awaiting()) {
            throw conflict(lead);
        }
        HandoverPlan plan = plan();
        Asked asked = to == null ? policy.find(plan, lead) : named(to);
        Instant now = time.now();
        Handover handover = new Handover(
                lead.getId(),
                lead.getOwnerId(),
                lead.getTeamId(),
                askedBy,
                note,
                scores.explain(ref(lead)).modelNumber(),
                now);
        entities.persist(handover);
        nurture.endsWith(lead, () -> verbs.act(LEADS, lead, why, () -> lead.await(asked.team())));
        tell(handover, lead, asked, plan, now);
        return handover;
    }

    private Asked named(long user) {
        if (members.signInName(user).isEmpty()) {
            throw CrmException.invalidField("to", LocalizedMessage.of("leads.error.noSeller", Long.toString(user)));
        }
        return new Asked(user, null);
    }

    private void tell(Handover handover, Lead lead, Asked asked, HandoverPlan plan, Instant now) {
        Instant due = workingTime.hours().after(now, plan.limitMinutes());
        handover.asks(asked.user(), asked.team(), plan.limitMinutes(), due);
        entities.flush();
        LocalizedMessage text = LocalizedMessage.of("leads.notice.asked", lead.title(), lead.points());
        Long user = asked.user();
        Long team = asked.team();
        List<Long> told = user != null ? List.of(user) : team == null ? List.of() : members.of(team);
        told.forEach(one -> news.tell(one, NoticeKind.HANDOVER, text, handover.note(), ref(lead)));
    }

    /** The caller accepts: two at once, and the second is told who was first. */
    public void accept(RecordRef ref, @Nullable Long version, @Nullable Language call) {
        Lead lead = verbs.locked(Lead.class, ref, version);
        Handover handover = asked(lead);
        CurrentUser caller = access.caller();
        handover.accept(caller.id(), time.now());
        verbs.act(LEADS, lead, LocalizedMessage.of("leads.why.accepted"), () -> lead.accept(caller.id()));
        if (call != null) {
            planCall(lead, caller, call);
        }
    }

    private void planCall(Lead lead, CurrentUser caller, Language language) {
        WorkingHours hours = workingTime.hours();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", "call");
        values.put(
                "subject",
                LocalizedMessage.of("leads.call.subject", lead.title()).in(language));
        values.put("lead", Long.toString(lead.getId()));
        values.put("owner", Long.toString(caller.id()));
        values.put("startsAt", hours.after(time.now(), CALL_AFTER_MINUTES));
        values.put("done", false);
        String need = lead.getNeed();
        if (need != null && access.fields(LEADS).readable("need")) {
            values.put("body", need);
        }
        records.create("activities", values);
    }

    /** The caller returns it to who asked. */
    public void giveBack(RecordRef ref, @Nullable Long version, String why) {
        String reason = shortened(why);
        if (reason.isEmpty()) {
            throw CrmException.invalidField("why", LocalizedMessage.of("leads.error.why"));
        }
        Lead lead = verbs.locked(Lead.class, ref, version);
        Handover handover = asked(lead);
        CurrentUser caller = access.caller();
        handover.giveBack(caller.id(), time.now(), reason);
        verbs.act(
                LEADS,
                lead,
                LocalizedMessage.of("leads.why.returned", reason),
                () -> lead.giveBack(handover.fromUser(), handover.fromTeam()));
        Long from = handover.fromUser();
        if (from != null && from != caller.id()) {
            news.tell(
                    from,
                    NoticeKind.HANDOVER,
                    LocalizedMessage.of("leads.notice.returned", caller.displayName(), lead.title(), reason),
                    "",
                    ref(lead));
        }
    }

    /** Somebody else is asked instead. */
    public Handover pass(RecordRef ref, @Nullable Long version, long to, String note) {
        Lead lead = verbs.locked(Lead.class, ref, version);
        Handover handover = asked(lead);
        Asked other = new Asked(named(to).user(), handover.toTeam());
        tell(handover, lead, other, plan(), time.now());
        return handover;
    }

    /** Nobody answered in time: a superior is asked. */
    void escalate(RecordRef ref) {
        Lead lead = verbs.locked(Lead.class, ref, null);
        Handover handover = open(lead.getId()).orElse(null);
        Instant due = handover == null ? null : handover.dueAt();
        if (handover == null || due == null || due.isAfter(time.now())) {
            return;
        }
        Long before = handover.toUser();
        Optional<Long> superior = policy.superior(handover.toTeam(), before);
        handover.escalate(superior.orElse(before), time.now());
        superior.ifPresent(user -> news.tell(
                user,
                NoticeKind.HANDOVER,
                LocalizedMessage.of("leads.notice.escalated", lead.title()),
                handover.note(),
                ref(lead)));
        if (before != null && superior.isPresent() && !before.equals(superior.get())) {
            news.tell(
                    before,
                    NoticeKind.HANDOVER,
                    LocalizedMessage.of(
                            "leads.notice.overdue",
                            lead.title(),
                            members.userName(superior.get()).orElse("?")),
                    "",
                    ref(lead));
        }
    }

    /** The open question, if the caller may answer it. */
    private Handover asked(Lead lead) {
        Handover handover = open(lead.getId()).orElse(null);
        if (handover == null || !lead.awaiting()) {
            throw conflict(lead);
        }
        if (!mayAnswer(handover)) {
            throw CrmException.forbidden("leads.error.othersAnswer", lead.title());
        }
        return handover;
    }

    /** Who was asked, the team that was asked, managers and administrators. */
    boolean mayAnswer(Handover handover) {
        CurrentUser caller = access.caller();
        Long team = handover.toTeam();
        return Objects.equals(handover.toUser(), caller.id())
                || team != null && caller.teams().contains(team)
                || caller.administrator()
                || caller.roles().contains(Role.MANAGER);
    }

    /** What became of it: somebody was faster, or nobody was asked. */
    private CrmException conflict(Lead lead) {
        LocalizedMessage status = LocalizedMessage.of("leads.status." + lead.getStatus());
        String faster = entities.createQuery(
                        "select h from Handover h where h.leadId = :lead order by h.id desc", Handover.class)
                .setParameter("lead", lead.getId())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Handover::answeredBy)
                .flatMap(members::userName)
                .orElse("");
        LocalizedMessage text = faster.isEmpty()
                ? LocalizedMessage.of("leads.error.notAsked", lead.title(), status)
                : LocalizedMessage.of("leads.error.taken", faster, status);
        return new CrmException(CrmException.Kind.CONFLICT, text);
    }

    private static RecordRef ref(Lead lead) {
        return new RecordRef(LEADS, lead.getId());
    }

    static String shortened(String text) {
        String told = text.strip();
        if (told.length() > LONGEST) {
            throw CrmException.invalid("records.error.tooLong", told.length(), LONGEST);
        }
        return told;
    }
}
