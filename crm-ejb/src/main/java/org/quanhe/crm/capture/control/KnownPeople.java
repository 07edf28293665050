package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.quanhe.crm.capture.control.FormAnswers.Read;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;

/**
 * Finds who sent a form among all leads and customers, whoever may see them. A lead that is still open goes before a
 * customer; of several the one with most reasons is it, then the oldest. A lead that became a customer is that
 * customer.
 */
@ApplicationScoped
public class KnownPeople {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private PersonKeyBook book;

    @Inject
    private RecordTypes types;

    /**
     * Somebody who is known.
     *
     * @param record a lead or a customer
     * @param reasons what tells so
     * @param values what is known
     */
    record Known(RecordRef record, List<LocalizedMessage> reasons, Map<String, Object> values) {
        boolean lead() {
            return record.type().equals(PersonKeyBook.LEADS);
        }
    }

    /** By what the sender is known. */
    static Set<String> keys(Read answers) {
        return keys((field, none) -> answers.text(field));
    }

    private static Set<String> keys(BinaryOperator<String> said) {
        return PersonKeys.of(
                said.apply("phone", ""), said.apply("email", ""), said.apply("name", ""), said.apply("company", ""));
    }

    /** Who it is, if that is known. */
    Optional<Known> find(Read answers) {
        return find((field, none) -> answers.text(field));
    }

    /**
     * Who it is, if that is known.
     *
     * @param answers what is said of a field, else the second text
     */
    Optional<Known> find(BinaryOperator<String> answers) {
        List<Known> known = new ArrayList<>();
        book.find(keys(answers))
                .forEach((record, keys) -> look(record, keys, answers).ifPresent(known::add));
        Comparator<Known> surest = Comparator.comparing(Known::lead)
                .thenComparing(one -> one.reasons().size())
                .reversed()
                .thenComparing(one -> one.record().id());
        return known.stream().min(surest);
    }

    private Optional<Known> look(RecordRef ref, Set<String> keys, BinaryOperator<String> answers) {
        RecordTypeDescriptor type = types.named(ref.type());
        RecordEntity found = type.find(entities, ref.id(), LockModeType.NONE);
        if (found == null || found.deleted()) {
            return Optional.empty();
        }
        Map<String, Object> values = RecordViews.values(type, found);
        List<LocalizedMessage> reasons = reasons(keys, values, answers);
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        if ("converted".equals(values.get("status")) && values.get("customer") instanceof RecordRef customer) {
            return became(customer, reasons);
        }
        return Optional.of(new Known(ref, reasons, values));
    }

    private Optional<Known> became(RecordRef customer, List<LocalizedMessage> reasons) {
        RecordTypeDescriptor type = types.named(customer.type());
        RecordEntity found = type.find(entities, customer.id(), LockModeType.NONE);
        return found == null || found.deleted()
                ? Optional.empty()
                : Optional.of(new Known(customer, reasons, RecordViews.values(type, found)));
    }

    private static List<LocalizedMessage> reasons(
            Set<String> keys, Map<String, Object> values, BinaryOperator<String> answers) {
        List<LocalizedMessage> reasons = new ArrayList<>();
        for (String key : keys) {
            if (key.startsWith(PersonKeys.PHONE)) {
                reasons.add(LocalizedMessage.of("capture.match.phone"));
            } else if (key.startsWith(PersonKeys.MAIL)) {
                reasons.add(LocalizedMessage.of("capture.match.mail"));
            } else if (same(values, answers, "name") && same(values, answers, "company")) {
                reasons.add(LocalizedMessage.of("capture.match.name"));
            }
        }
        return reasons;
    }

    private static boolean same(Map<String, Object> values, BinaryOperator<String> answers, String field) {
        return PersonKeys.sameName(String.valueOf(values.get(field)), answers.apply(field, ""));
    }
}
