package org.quanhe.crm.leads;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.Doubles;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.platform.RecordRef;

/**
 * What becomes of leads. One call is one transaction.
 *
 * <p>All methods throw {@link org.quanhe.crm.platform.CrmException}: NOT_FOUND also for what the caller may not see,
 * FORBIDDEN for what may not be changed, STALE for a version that is not the current one, INVALID.
 */
public interface Leads {
    /**
     * The person does not want to buy now. The lead is kept and nurtured, the refusal counts in its score, and it is
     * looked at again.
     *
     * @param why the reason, asked for
     * @param review when it is looked at again; null for a day by its score: 30 days for a hot one, 60 for a warm one,
     *     90 for a cold one
     */
    void notNow(RecordRef lead, @Nullable Long version, String why, @Nullable LocalDate review);

    /**
     * What the caller does next: own leads that are accepted, or wait for the caller's answer, or are new, the highest
     * potential first. Nurtured ones come back on the day of their review, if they are not cold.
     *
     * @param cursor where the portion begins, null for the beginning; INVALID for what is no place of the list
     */
    Portion<NextLead> next(@Nullable String cursor, int limit);

    /** Customers and other leads that may be the same person, the surest first, with what tells so. */
    List<Doubles.Match> matches(RecordRef lead);

    /**
     * Organisations that may be where the lead works: customers with the name of its company in any spelling and legal
     * form, the one that is written so first.
     */
    List<Doubles.Match> organisations(RecordRef lead);

    /**
     * The lead becomes a customer; the organisation for which it works becomes one too, or is found, and both have a
     * relation; an opportunity is with the organisation, and the person is its contact. A lead that has the name of its
     * company is that organisation. What the lead agreed to follows the person.
     *
     * @throws org.quanhe.crm.platform.CrmException CONFLICT if it has been converted already, or if several
     *     organisations have that name and none was chosen
     */
    Converted convert(RecordRef lead, @Nullable Long version, ConversionOrder order);

    /**
     * Takes the last conversion back: what it made goes, as far as nobody has changed it since, and the lead is what it
     * was before.
     *
     * @return how many of the records that it made stay, because somebody works with them
     */
    int undoConversion(RecordRef lead);

    /**
     * A lost opportunity becomes a lead again, the one that it came from if there is one, with its history: it is
     * nurtured, and how often that happened is counted.
     *
     * @param why the reason, may be empty
     * @return the lead
     */
    RecordRef recycle(RecordRef opportunity, String why);

    /**
     * What a conversion makes.
     *
     * @param customer number of a customer that the lead is; null makes a new one
     * @param house the organisation for which it works
     * @param opportunity an opportunity is made
     * @param name name of the opportunity; empty for one made of name and company
     */
    record ConversionOrder(@Nullable Long customer, House house, boolean opportunity, String name) {}

    /**
     * Which organisation somebody works for.
     *
     * @param number number of the organisation where one is chosen, else 0
     */
    record House(Choice choice, long number) {
        /** The one with the name of the lead's company; it is made if nobody has it. */
        public static final House BY_NAME = new House(Choice.BY_NAME, 0);

        /** A new one with that name, whoever else has it. */
        public static final House NEW = new House(Choice.NEW, 0);

        /** None. */
        public static final House NONE = new House(Choice.NONE, 0);

        /** That one. */
        public static House known(long number) {
            return new House(Choice.KNOWN, number);
        }

        /** How the organisation is chosen. */
        public enum Choice {
            BY_NAME,
            KNOWN,
            NEW,
            NONE
        }
    }

    /**
     * What a conversion made or found.
     *
     * @param customer who the lead is
     * @param organisation for which that one works
     */
    record Converted(Became customer, Optional<Became> organisation, Optional<RecordRef> opportunity) {}

    /**
     * A customer of a conversion.
     *
     * @param made it is a new one
     */
    record Became(RecordRef record, boolean made) {}

    /**
     * A lead to work on.
     *
     * @param reason why it stands there: the strongest line of its score
     * @param potential its score
     */
    record NextLead(
            RecordRef lead,
            String name,
            String company,
            String status,
            int potential,
            String band,
            LocalizedMessage reason,
            @Nullable LocalDate review) {}
}
