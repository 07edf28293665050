package org.quanhe.crm.platform.control;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a worker waits for, and how it is told. */
public final class PulseQuestion {
    private static final System.Logger LOG = System.getLogger(PulseQuestion.class.getName());
    /** What others keep for a second may be older than what was just seen. */
    private static final int TIMES = 3;

    private static final Object UNKNOWN = new Object();

    private final String select;
    private final Runnable worker;
    private final Rule rule;
    private volatile @Nullable Object seen = UNKNOWN;
    private int left;

    private enum Rule {
        ALWAYS,
        FOUND,
        OTHER
    }

    private PulseQuestion(String select, Runnable worker, Rule rule) {
        this.select = select;
        this.worker = worker;
        this.rule = rule;
    }

    /** Is told each time. */
    static PulseQuestion always(Runnable worker) {
        return new PulseQuestion("select 1", worker, Rule.ALWAYS);
    }

    /** Is told while something is found. */
    static PulseQuestion whileFound(String select, Runnable worker) {
        return new PulseQuestion(select, worker, Rule.FOUND);
    }

    /** Is told when another value is found, and at the two times behind that. */
    static PulseQuestion whenOther(String select, Runnable worker) {
        return new PulseQuestion(select, worker, Rule.OTHER);
    }

    /** All of them in one; the moment is its only parameter. */
    static String together(List<PulseQuestion> questions) {
        return questions.stream()
                .map(question -> "(" + question.select + ")")
                .collect(Collectors.joining(
                        ", ", "select 0, ", " from (select cast(? as timestamp(3)) as now_at) moment"));
    }

    /** @param answers a zero and then that of each; empty where there is none: then all are told */
    static List<PulseQuestion> toTell(List<PulseQuestion> questions, List<Object> answers) {
        List<PulseQuestion> told = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            PulseQuestion question = questions.get(i);
            if (answers.isEmpty() || question.matters(answers.get(i + 1))) {
                told.add(question);
            }
        }
        return told;
    }

    private boolean matters(@Nullable Object answer) {
        if (rule == Rule.OTHER) {
            left = Objects.equals(seen, answer) ? Math.max(0, left - 1) : TIMES;
            seen = answer;
            return left > 0;
        }
        return rule == Rule.ALWAYS || answer != null;
    }

    void tell() {
        try {
            worker.run();
        } catch (RuntimeException failed) {
            seen = UNKNOWN;
            LOG.log(Level.WARNING, "a worker could not look now", failed);
        }
    }
}
