package org.quanhe.crm.automation.control;

import java.util.List;
import java.util.function.Supplier;

/** The automations that led to what the current thread does, oldest first. */
final class RunChain {
    private static final ThreadLocal<List<Long>> CURRENT = ThreadLocal.withInitial(List::of);

    private RunChain() {}

    static List<Long> current() {
        return CURRENT.get();
    }

    static <T> T within(List<Long> chain, Supplier<T> work) {
        List<Long> before = CURRENT.get();
        CURRENT.set(chain);
        try {
            return work.get();
        } finally {
            if (before.isEmpty()) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
