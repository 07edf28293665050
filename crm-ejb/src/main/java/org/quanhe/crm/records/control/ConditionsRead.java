package org.quanhe.crm.records.control;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.quanhe.crm.records.RecordTypeView;

/**
 * Conditions that were read before: automations ask for the same ones in each of their runs. A published model has
 * views of its own, so that one read for an earlier model is never taken for it.
 */
final class ConditionsRead {
    private final int most;
    private final BiFunction<RecordTypeView, String, RecordCondition> reader;
    private final Map<Key, RecordCondition> known = new ConcurrentHashMap<>();

    /** @param most so many are kept; with one more all are forgotten, which costs reading them once again */
    ConditionsRead(int most, BiFunction<RecordTypeView, String, RecordCondition> reader) {
        this.most = most;
        this.reader = reader;
    }

    /** The very view counts: comparing two with hundreds of fields would take as long as reading. */
    private record Key(RecordTypeView type, String text) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.type == type && key.text.equals(text);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(type) + text.hashCode();
        }
    }

    /** The condition; throws what the reader throws, each time anew. */
    RecordCondition of(RecordTypeView type, String text) {
        if (known.size() >= most) {
            known.clear();
        }
        return known.computeIfAbsent(new Key(type, text), key -> reader.apply(key.type(), key.text()));
    }
}
