package org.quanhe.crm.lifecycle.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * The lifecycle in force.
 *
 * @param stages in their order, at least one
 * @param former stages that are no more, by code: history tells of them
 */
public record Stages(List<Stage> stages, Map<String, Former> former) {
    public Stages {
        stages = List.copyOf(stages);
        former = Map.copyOf(former);
    }

    /**
     * A stage that is no more.
     *
     * @param names by language tag
     * @param heir code of the stage to which its records went
     */
    public record Former(Map<String, String> names, String heir) {}

    public Stage first() {
        return stages.get(0);
    }

    public Optional<Stage> find(@Nullable String code) {
        return stages.stream().filter(stage -> stage.code().equals(code)).findFirst();
    }

    /** Place among the others, from 0; -1 where there is none. */
    public int indexOf(String code) {
        return codes().indexOf(code);
    }

    public List<String> codes() {
        return stages.stream().map(Stage::code).toList();
    }

    /** The stages behind that one, in their order. */
    public List<Stage> behind(Stage stage) {
        return stages.subList(indexOf(stage.code()) + 1, stages.size());
    }

    /** Where a record belongs that stands in a stage which is no more, or in none. */
    public Stage heir(@Nullable String code) {
        String current = code;
        for (int i = 0; current != null && i <= former.size(); i++) {
            Optional<Stage> found = find(current);
            if (found.isPresent()) {
                return found.get();
            }
            Former gone = former.get(current);
            current = gone == null ? null : gone.heir();
        }
        return first();
    }

    /** What people call a stage, also one that is no more. */
    public LocalizedMessage title(String code) {
        return find(code).map(Stage::title).orElseGet(() -> {
            Former gone = former.get(code);
            return gone == null ? LocalizedMessage.verbatim(code) : Stage.told(gone.names());
        });
    }

    /** These stages instead, with those that go remembered. */
    Stages replacedBy(List<Stage> after, Map<String, String> heirs) {
        Map<String, Former> gone = new LinkedHashMap<>(former);
        stages.forEach(
                stage -> gone.put(stage.code(), new Former(stage.names(), heirs.getOrDefault(stage.code(), ""))));
        after.forEach(stage -> gone.remove(stage.code()));
        return new Stages(after, gone);
    }
}
