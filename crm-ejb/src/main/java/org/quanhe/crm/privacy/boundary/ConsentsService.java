package org.quanhe.crm.privacy.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.audit.entity.AuditLine;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.privacy.ConsentState;
import org.quanhe.crm.privacy.ConsentState.Answer;
import org.quanhe.crm.privacy.Consents;
import org.quanhe.crm.privacy.Purpose;
import org.quanhe.crm.privacy.control.Ledger;
import org.quanhe.crm.privacy.control.PurposeBook;
import org.quanhe.crm.privacy.control.Sending;
import org.quanhe.crm.privacy.entity.Consent;
import org.quanhe.crm.privacy.entity.ConsentLink;
import org.quanhe.crm.privacy.spi.ConsentLedger.Evidence;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;

/** The façade of consent. */
@Stateless
@Local(Consents.class)
public class ConsentsService implements Consents {
    private static final Set<String> PEOPLE = Set.of("customers", "leads");
    private static final RecordRef REF = new RecordRef("consent-purposes", 1);
    private static final int CHANGES_SHOWN = 10;
    private static final int LONGEST_HOW = 190;

    @Inject
    private Ledger ledger;

    @Inject
    private PurposeBook book;

    @Inject
    private Sending sending;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private TimeSource time;

    @Override
    public List<ConsentState> of(RecordRef person) {
        seen(person);
        Map<String, Consent> last = ledger.last(person);
        Map<Long, String> names = names(last.values().stream().toList());
        return book.all().stream()
                .filter(purpose -> !purpose.retired() || last.containsKey(purpose.code()))
                .map(purpose -> Optional.ofNullable(last.get(purpose.code()))
                        .map(answer -> state(answer, names))
                        .orElseGet(() -> new ConsentState(purpose.code(), Answer.UNKNOWN, null, "", "", "")))
                .toList();
    }

    @Override
    public List<ConsentState> history(RecordRef person) {
        seen(person);
        List<Consent> all = new ArrayList<>(ledger.all(person));
        Collections.reverse(all);
        Map<Long, String> names = names(all);
        return all.stream().map(answer -> state(answer, names)).toList();
    }

    private Map<Long, String> names(List<Consent> answers) {
        return views.names(answers.stream().map(Consent::by).collect(Collectors.toSet()));
    }

    private static ConsentState state(Consent answer, Map<Long, String> names) {
        return new ConsentState(
                answer.purpose(),
                answer.given() ? Answer.GIVEN : Answer.WITHDRAWN,
                answer.at(),
                answer.source(),
                answer.wording(),
                names.getOrDefault(answer.by(), ""));
    }

    private RecordEntity seen(RecordRef person) {
        if (!PEOPLE.contains(person.type())) {
            throw CrmException.notFound(person);
        }
        return verbs.seen(RecordEntity.class, person);
    }

    @Override
    public void note(RecordRef person, String purpose, boolean agrees, String how) {
        verbs.demandWritable(person.type(), seen(person));
        String said = how.strip();
        if (said.isEmpty()) {
            throw CrmException.invalidField("how", LocalizedMessage.of("privacy.error.how"));
        }
        if (said.length() > LONGEST_HOW) {
            throw CrmException.invalidField(
                    "how", LocalizedMessage.of("records.error.tooLong", said.length(), LONGEST_HOW));
        }
        ledger.say(
                person,
                new Consent(person, purpose, agrees, said, "", access.caller().id(), time.now()));
    }

    @Override
    public PurposesView purposes() {
        access.caller();
        return new PurposesView(book.all(), book.version(), access.caller().administrator() ? changes() : List.of());
    }

    private List<Change> changes() {
        List<AuditLine> lines = audit.lines(REF, CHANGES_SHOWN);
        Map<Long, String> names = views.names(lines.stream().map(AuditLine::by).collect(Collectors.toSet()));
        return lines.stream()
                .map(line -> new Change(line.at(), names.getOrDefault(line.by(), ""), AuditTrail.changes(line)))
                .toList();
    }

    @Override
    public PurposesView change(List<Purpose> purposes, @Nullable Long version) {
        if (!access.caller().administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
        List<Purpose> before = book.change(purposes, version);
        List<FieldChange> changes = difference(before, book.all());
        if (!changes.isEmpty()) {
            audit.note(REF, time.now(), access.caller().id(), "changed", changes, "");
        }
        return purposes();
    }

    private static List<FieldChange> difference(List<Purpose> before, List<Purpose> after) {
        List<FieldChange> changes = new ArrayList<>();
        for (Purpose now : after) {
            String then = before.stream()
                    .filter(one -> one.code().equals(now.code()))
                    .map(ConsentsService::told)
                    .findFirst()
                    .orElse("");
            if (!then.equals(told(now))) {
                changes.add(new FieldChange(now.code(), then, told(now)));
            }
        }
        return changes;
    }

    private static String told(Purpose purpose) {
        return JsonText.write(PurposeBook.document(purpose));
    }

    @Override
    public Optional<OwnChoice> ofKey(String key) {
        return sending.link(key).map(link -> {
            Set<String> agreed = new HashSet<>();
            ledger.last(link.person()).forEach((purpose, answer) -> {
                if (answer.given() && sending.holds(key, purpose)) {
                    agreed.add(purpose);
                }
            });
            Set<String> answered = ledger.last(link.person()).keySet();
            return new OwnChoice(
                    link.address(),
                    book.all().stream()
                            .filter(purpose -> answered.contains(purpose.code()))
                            .toList(),
                    agreed);
        });
    }

    @Override
    public boolean decide(String key, Set<String> purposes) {
        Optional<OwnChoice> choice = ofKey(key);
        choice.ifPresent(own -> own.purposes().stream()
                .map(Purpose::code)
                .filter(code -> own.agreed().contains(code) != purposes.contains(code))
                .forEach(code -> say(key, code, purposes.contains(code))));
        return choice.isPresent();
    }

    @Override
    public boolean takeBack(String key, String purpose) {
        Optional<OwnChoice> choice = ofKey(key);
        if (choice.filter(own -> own.agreed().contains(purpose)).isPresent()) {
            say(key, purpose, false);
        }
        return choice.isPresent();
    }

    private void say(String key, String purpose, boolean agrees) {
        ConsentLink link = sending.link(key).orElseThrow();
        Evidence evidence = new Evidence("link", "", time.now());
        if (agrees) {
            ledger.given(link.person(), purpose, evidence);
        } else {
            ledger.withdrawn(link.person(), purpose, evidence);
        }
        ledger.remember(purpose, link.address(), agrees);
    }
}
