package org.quanhe.crm.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.records.RecordView;

/** How far customers and leads are followed up, as far as the caller may see them and what was done with them. */
public interface FollowUps {
    /** Contacts that it takes before somebody trusts, where no cadence says another number. */
    int GOAL = 5;

    /** Most rows of a portion. */
    int MOST = 200;

    /**
     * Whose records are looked at.
     *
     * @param type {@code customers} or {@code leads}
     * @param owner number of the user, null for everybody
     * @param team number of the team, null for all
     * @param limit rows of a portion, 1 to {@link #MOST}
     * @param cursor where the portion begins, null for the beginning; INVALID for what is no place of the list
     */
    record Question(
            String type,
            @Nullable Long owner,
            @Nullable Long team,
            int limit,
            @Nullable String cursor) {}

    /** Every one of them: those without a next step first, then those who have waited longest. */
    Board board(Question question);

    /**
     * The board.
     *
     * @param total how many there are
     * @param bare how many of those have no next step
     * @param rows some of them
     */
    record Board(int total, int bare, Portion<Row> rows) {}

    /**
     * One of them.
     *
     * @param touches contacts so far
     * @param goal how many are wanted
     * @param last the last contact, null for none
     * @param days since the last contact, or since it was entered
     * @param next the open task or appointment that is due first, null for none
     */
    record Row(
            RecordView record,
            int touches,
            int goal,
            @Nullable Instant last,
            long days,
            @Nullable RecordView next) {}

    /** Those who are past the day of a cadence, the longest overdue first. */
    Portion<Due> due(Question question);

    /**
     * Somebody who is past the day of a cadence.
     *
     * @param cadence number of the cadence
     * @param name of the cadence
     * @param by kind of activity by which they are contacted
     * @param last the last contact, null for none
     * @param due the day on which the next one was due
     * @param days since then
     */
    record Due(
            RecordView record,
            long cadence,
            String name,
            String by,
            @Nullable Instant last,
            LocalDate due,
            long days) {}

    /** Customers and how they are, those in danger first. */
    Portion<Account> accounts(Question question);

    /** How somebody is looked after. */
    enum Health {
        BAD,
        FAIR,
        GOOD
    }

    /**
     * A customer and how it is.
     *
     * @param promises open promises
     * @param broken those of them that are overdue
     * @param reasons what decided
     */
    record Account(
            RecordView record,
            @Nullable Instant last,
            @Nullable RecordView next,
            int promises,
            int broken,
            Health health,
            List<LocalizedMessage> reasons) {
        public Account {
            reasons = List.copyOf(reasons);
        }
    }
}
