package org.quanhe.crm.search.bench;

import java.util.Optional;

/**
 * A kind of question: what somebody remembers of a customer, and how he types it.
 *
 * @param name short, {@code phone: a tail}
 * @param target recall@10 that is aimed at; 0 where nothing is demanded
 */
record Kind(String name, double target, Asker asker) {
    /** Makes a question of which the customer is an answer. */
    @FunctionalInterface
    interface Asker {
        /** Empty if nothing of this kind can be asked about him. */
        Optional<Question> ask(Traits about, Dice dice);
    }
}
