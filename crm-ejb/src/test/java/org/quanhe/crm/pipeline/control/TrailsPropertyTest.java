package org.quanhe.crm.pipeline.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.quanhe.crm.pipeline.Funnel.Part;
import org.quanhe.crm.pipeline.control.Trails.Trail;

/** The funnel over random histories, against counting each stage by itself. */
class TrailsPropertyTest {
    private static final List<String> WAY = List.of("one", "two", "three", "four");

    @Provide
    Arbitrary<List<Trail>> trails() {
        Arbitrary<String> stages = Arbitraries.of("one", "two", "three", "four", "gone");
        Arbitrary<String> ends = Arbitraries.of("", "", "won", "lost");
        Arbitrary<List<String>> ways = stages.list().ofMinSize(1).ofMaxSize(8);
        return Combinators.combine(ways, ends)
                .as((way, end) -> {
                    List<String> entered = new ArrayList<>(way);
                    if (!end.isEmpty()) {
                        entered.add(end);
                    }
                    return entered;
                })
                .list()
                .ofMaxSize(40)
                .map(TrailsPropertyTest::numbered);
    }

    private static List<Trail> numbered(List<List<String>> all) {
        List<Trail> trails = new ArrayList<>();
        for (List<String> entered : all) {
            trails.add(new Trail(trails.size(), 1, entered, entered.get(entered.size() - 1), null, null));
        }
        return trails;
    }

    @Property
    @Tag("R009")
    @Tag("R143")
    void everyFigureIsANaiveCount(@ForAll("trails") List<Trail> all) {
        Trails counted = new Trails(WAY, "won", "lost", all);
        for (int i = 0; i < WAY.size(); i++) {
            int at = i;
            List<Trail> reached = all.stream().filter(trail -> came(trail, at)).toList();
            List<Trail> next = all.stream().filter(trail -> came(trail, at + 1)).toList();
            List<Trail> dropped =
                    reached.stream().filter(trail -> !next.contains(trail)).toList();
            assertThat(counted.of(WAY.get(i), Part.REACHED)).containsExactlyElementsOf(reached);
            assertThat(counted.of(WAY.get(i), Part.DROPPED)).containsExactlyElementsOf(dropped);
            assertThat(counted.of(WAY.get(i), Part.LOST))
                    .containsExactlyElementsOf(dropped.stream()
                            .filter(trail -> trail.standing().equals("lost"))
                            .toList());
        }
        List<String> everywhere = new ArrayList<>(WAY);
        everywhere.addAll(List.of("won", "lost"));
        everywhere.addAll(counted.gone());
        assertThat(everywhere.stream()
                        .mapToInt(code -> counted.of(code, Part.STANDING).size())
                        .sum())
                .isEqualTo(all.size());
    }

    /** It was once in that stage or a later one, or is won. */
    private static boolean came(Trail trail, int place) {
        return trail.standing().equals("won")
                || place < WAY.size() && trail.entered().stream().anyMatch(WAY.subList(place, WAY.size())::contains);
    }
}
