package org.quanhe.crm.automation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.DocumentVersion;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * Automations, and what they did. For administrators; everybody else is refused with FORBIDDEN.
 *
 * <p>An automation is set off inside the transaction that writes the record, so that nothing is lost; its actions run
 * behind it, each run in transactions of its own. A crash repeats the step that was not committed, and no other.
 */
public interface Automations {
    /** All of them, in order of their names. */
    List<AutomationView> all();

    /** One; NOT_FOUND if there is none. */
    AutomationView open(long id);

    /**
     * Keeps an automation.
     *
     * @param document see {@link AutomationView#document()}
     * @throws org.quanhe.crm.platform.CrmException INVALID, naming every place that is wrong
     */
    AutomationView create(Map<String, ?> document);

    /**
     * Gives an automation another document; runs under way stay on theirs.
     *
     * @param why reason for the history, may be empty
     */
    AutomationView change(long id, Map<String, ?> document, String why);

    /** What it said at each time, newest first. */
    List<DocumentVersion> versions(long id);

    /** What going back to that version would change, in words; NOT_FOUND if there is none. */
    List<LocalizedMessage> restoring(long id, int number);

    /**
     * Lets it say again what it said in that version; it runs with the rights of the caller from then on.
     *
     * @throws org.quanhe.crm.platform.CrmException INVALID if that does not fit types and fields any more
     */
    AutomationView restore(long id, int number, String why);

    /** Removes an automation; runs under way end. */
    void remove(long id);

    /**
     * Runs of an automation, newest first.
     *
     * @param before number of a run of an earlier page, null for the newest
     */
    List<RunView> runs(long id, @Nullable Long before, int limit);

    /** Runs of all automations that have not ended, the next one first. */
    List<RunView> waiting(int limit);

    /** What the automation would do with that record now: everything is done, and taken back. */
    RunView dryRun(long id, long record);

    /** Tries a failed run again from the step that failed. */
    RunView retry(long run);

    /** Ends a run that waits. */
    RunView stop(long run);

    /**
     * Makes the secret part of the address at which other systems set the automation off; a former one is worth nothing
     * from then on. It is told this once.
     */
    String newAddress(long id);

    /** Triggers and actions that can be used, each as it says of itself. */
    Vocabulary vocabulary();

    /**
     * What automations are made of.
     *
     * @param triggers what sets them off, by code
     * @param actions what they do, by code; the last one, {@code branch}, does one list of steps or another
     */
    record Vocabulary(List<Word> triggers, List<Word> actions) {
        /** What that trigger says of itself; nothing where there is none. */
        public Optional<Word> trigger(String code) {
            return triggers.stream().filter(word -> word.code().equals(code)).findFirst();
        }

        /** What that action says of itself; nothing where there is none. */
        public Optional<Word> action(String code) {
            return actions.stream().filter(word -> word.code().equals(code)).findFirst();
        }
    }

    /**
     * A trigger or an action.
     *
     * @param code its name in documents
     * @param labelKey key of what people call it
     * @param texts beginning of the keys of its arguments: the label of {@code team} is {@code <texts>.team}, what
     *     helps {@code <texts>.team.help} where there is something, a choice {@code <texts>.how.<choice>}
     * @param parameters its arguments, in the order in which they are asked for
     * @param called another system sets it off, at an address: see {@link #newAddress}
     */
    record Word(String code, String labelKey, String texts, List<Parameter> parameters, boolean called) {
        public Word {
            parameters = List.copyOf(parameters);
        }
    }
}
