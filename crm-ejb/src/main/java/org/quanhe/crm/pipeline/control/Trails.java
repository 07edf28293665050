package org.quanhe.crm.pipeline.control;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.Funnel.Part;

/** How far opportunities came on the stages of a pipeline. */
final class Trails {
    private final List<String> way;
    private final String won;
    private final String lost;
    private final Map<String, Map<Part, List<Trail>>> parts = new LinkedHashMap<>();

    /**
     * What is known of an opportunity, or of several with the same way behind them.
     *
     * @param id of the opportunity, 0 for several
     * @param many how many they are
     * @param entered stages that it came into
     * @param standing the stage in which it stands
     * @param worth of all of them together
     */
    record Trail(
            long id,
            long many,
            List<String> entered,
            String standing,
            @Nullable String currency,
            @Nullable BigDecimal worth) {
        Trail {
            entered = List.copyOf(entered);
        }
    }

    /** @param way codes of the open stages in their order */
    Trails(List<String> way, String won, String lost, List<Trail> all) {
        this.way = List.copyOf(way);
        this.won = won;
        this.lost = lost;
        all.forEach(this::count);
    }

    private void count(Trail trail) {
        put(trail.standing(), Part.STANDING, trail);
        int farthest = farthest(trail);
        for (int i = 0; i <= Math.min(farthest, way.size() - 1); i++) {
            put(way.get(i), Part.REACHED, trail);
        }
        if (farthest == way.size()) {
            put(won, Part.REACHED, trail);
        } else if (farthest >= 0) {
            put(way.get(farthest), Part.DROPPED, trail);
            if (trail.standing().equals(lost)) {
                put(way.get(farthest), Part.LOST, trail);
            }
        }
    }

    /** Place of the last stage that it reached, one more if it is won; -1 if it was in none that is there now. */
    private int farthest(Trail trail) {
        if (trail.standing().equals(won)) {
            return way.size();
        }
        return trail.entered().stream().mapToInt(way::indexOf).max().orElse(-1);
    }

    private void put(String stage, Part part, Trail trail) {
        parts.computeIfAbsent(stage, code -> new EnumMap<>(Part.class))
                .computeIfAbsent(part, none -> new ArrayList<>())
                .add(trail);
    }

    List<Trail> of(String stage, Part part) {
        return parts.getOrDefault(stage, Map.of()).getOrDefault(part, List.of());
    }

    /** Stages in which something stands and that are not on the way any more. */
    List<String> gone() {
        return parts.keySet().stream()
                .filter(code -> !way.contains(code) && !code.equals(won) && !code.equals(lost))
                .filter(code -> !of(code, Part.STANDING).isEmpty())
                .toList();
    }
}
