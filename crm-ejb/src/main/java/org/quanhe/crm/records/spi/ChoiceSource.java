package org.quanhe.crm.records.spi;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Choices that people keep as data, such as stages, of fields that came with the application. A new source is a new CDI
 * bean. Whoever changes its data calls {@code ChosenFields.changed()} in the same transaction: behind the commit the
 * new choices are offered and told everywhere, within a second on other nodes.
 */
public interface ChoiceSource {
    /** Fields that offer its choices, {@code customers.lifecycleStage}. */
    Set<String> fields();

    /** What they offer, in the order of people; read whenever their version is another. */
    List<Choice> choices();

    /** A select of one value that is another whenever the choices are others; asked once a second, so of few rows. */
    String version();

    /**
     * One choice.
     *
     * @param code value that records hold
     * @param labels its names by language tag, at least one
     * @param offered false for one that only history tells of
     */
    record Choice(String code, Map<String, String> labels, boolean offered) {
        public Choice {
            labels = Map.copyOf(labels);
        }
    }
}
