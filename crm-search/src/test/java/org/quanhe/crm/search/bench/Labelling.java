package org.quanhe.crm.search.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.quanhe.crm.search.bench.Question.Rivalry;

/**
 * Makes questions about a crowd and labels them by one plain scan over all of it, each question's rule on each
 * customer. No engine has a part in it.
 */
final class Labelling {
    /** Some are not asked because of rivals. */
    private static final int CANDIDATES = 6;

    private static final int MOST_TRIES = 4_000;

    private final long customers;
    private final List<Candidate> candidates = new ArrayList<>();

    private Labelling(long customers) {
        this.customers = customers;
    }

    /**
     * @param customers how many there are, numbered from 1
     * @param questions how many of each kind at most
     * @param seed other seeds give other questions
     * @param only kinds whose name contains this
     */
    static List<Labelled> questions(long customers, int questions, long seed, String only) {
        Labelling labelling = new Labelling(customers);
        Kinds.all().stream()
                .filter(kind -> kind.name().contains(only))
                .forEach(kind -> labelling.gather(kind, questions, seed));
        labelling.scan();
        return labelling.kept(questions);
    }

    /** The same without labels, for warming up. */
    static List<String> unlabelled(long customers, int questions, long seed) {
        Labelling labelling = new Labelling(customers);
        Kinds.all().forEach(kind -> labelling.gather(kind, questions, seed));
        return labelling.candidates.stream().map(c -> c.question.text()).toList();
    }

    private void gather(Kind kind, int questions, long seed) {
        int found = 0;
        int wanted = questions;
        for (int i = 0; found < wanted && i < questions * MOST_TRIES; i++) {
            Dice dice = Dice.of(seed, 31L * kind.name().hashCode() + i);
            long number = 1L + dice.number(Math.toIntExact(customers));
            Traits about = Traits.of(Crowd.customer(number));
            Question question = kind.asker().ask(about, dice).orElse(null);
            if (question != null && question.belongs().test(about)) {
                candidates.add(new Candidate(kind, question, number));
                wanted = question.rivalry() == Rivalry.NONE ? questions : questions * CANDIDATES;
                found++;
            }
        }
    }

    private void scan() {
        LongStream.rangeClosed(1, customers).parallel().forEach(number -> {
            Traits traits = Traits.of(Crowd.customer(number));
            candidates.forEach(candidate -> candidate.see(traits));
        });
    }

    private List<Labelled> kept(int questions) {
        List<Labelled> kept = new ArrayList<>();
        int ofKind = 0;
        for (Candidate candidate : candidates) {
            boolean sameKind = !kept.isEmpty() && kept.get(kept.size() - 1).kind() == candidate.kind;
            ofKind = sameKind ? ofKind : 0;
            if (ofKind < questions && candidate.asked()) {
                kept.add(candidate.labelled());
                ofKind++;
            }
        }
        return kept;
    }

    /** A question while it is labelled. */
    private static final class Candidate {
        private final Kind kind;
        private final Question question;
        private final long about;
        private final AtomicInteger belonging = new AtomicInteger();
        private final AtomicInteger rivals = new AtomicInteger();

        Candidate(Kind kind, Question question, long about) {
            this.kind = kind;
            this.question = question;
            this.about = about;
        }

        void see(Traits traits) {
            if (rivals.get() > Labelled.FIRST) {
                return;
            }
            if (belonging.get() <= Labelled.FIRST && question.belongs().test(traits)) {
                belonging.incrementAndGet();
            }
            if (question.rivalry() != Rivalry.NONE && question.rival().test(traits)) {
                rivals.addAndGet(question.rivalry() == Rivalry.FORBIDDEN ? Labelled.FIRST + 1 : 1);
            }
        }

        boolean asked() {
            return switch (question.rivalry()) {
                case NONE -> true;
                case FORBIDDEN -> rivals.get() == 0;
                case ON_ONE_PAGE -> belonging.get() + rivals.get() <= Labelled.FIRST;
            };
        }

        Labelled labelled() {
            return new Labelled(kind, question, about, Math.min(Labelled.FIRST, belonging.get()));
        }
    }
}
