package org.quanhe.crm.automation.spi;

import java.time.Instant;
import java.util.Optional;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordView;

/** A step under way: the record as it is now, and what the step can ask of its run. */
public interface Step {
    /** The record as the automation's author sees it. */
    RecordView record();

    /** The moment that counts as now. */
    Instant now();

    /** Adds a line to the trace. */
    void say(String key, Object... args);

    /** The run goes on behind this step, but not before that moment. */
    void waitUntil(Instant moment);

    /** The run comes back to this very step whenever the record changes, and at the latest at that moment. */
    void watchUntil(Instant latest);

    /** Until when this step waits already; nothing the first time. */
    Optional<Instant> watchedUntil();

    /** The run ends behind this step. */
    void end();

    /** The text with {@code {{field}}} replaced by values of the record, in the installation's language. */
    String merged(String text);

    /** Reason for the audit of what the step writes: the automation's name. */
    String why();

    /** Number of the run; 0 in a dry run. */
    long number();

    /** Number of the automation. */
    long automation();

    /** Sign-in name of who wrote the automation. */
    String author();

    /** A line already made. */
    void say(LocalizedMessage text);
}
