package org.quanhe.crm.pipeline;

import java.util.List;
import org.quanhe.crm.platform.Money;

/**
 * How many opportunities, and what they are worth. Amounts of different currencies are never added.
 *
 * @param sums one for each currency, the installation's own first, then by how many opportunities have it; empty where
 *     the caller may not read amounts
 */
public record Figures(long count, List<Money> sums) {
    public static final Figures NONE = new Figures(0, List.of());

    public Figures {
        sums = List.copyOf(sums);
    }
}
