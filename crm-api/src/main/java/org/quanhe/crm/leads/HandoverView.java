package org.quanhe.crm.leads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;

/**
 * A lead that sales were asked to accept.
 *
 * @param lead its address
 * @param name its name
 * @param company its company, may be empty
 * @param score its score when the question is looked at
 * @param from who asks; empty where the score did
 * @param note what sales should know, may be empty
 * @param askedAt when they were asked
 * @param to who was asked, empty for a whole team
 * @param team name of the team, may be empty
 * @param dueAt until when an answer is wanted, null once that has passed
 * @param minutesLeft working minutes until then
 * @param model number of the model of scores that both sides agreed on, by which it was asked; 0 for the shipped one
 * @param limitMinutes working minutes that there were
 * @param escalatedAt when it went to somebody else because nobody answered, null if it did not
 * @param mayAnswer the caller may accept or return it
 */
public record HandoverView(
        RecordRef lead,
        String name,
        String company,
        int score,
        String from,
        String note,
        Instant askedAt,
        String to,
        String team,
        @Nullable Instant dueAt,
        long minutesLeft,
        int model,
        long limitMinutes,
        @Nullable Instant escalatedAt,
        boolean mayAnswer) {}
