package org.quanhe.crm.search.bench;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** A contest so small that every build holds it: what the engine finds today it finds tomorrow. */
@Tag("R028")
class SmallContestTest {
    private static final int CUSTOMERS = 2_000;
    private static final int QUESTIONS = 12;
    private static final long SEED = 2;

    private static Score ours;
    private static Score plain;

    @BeforeAll
    static void hold() {
        OurEngine engine = new OurEngine();
        List<Competitor> competitors = List.of(engine, engine.bare(), new PlainLucene());
        try {
            List<Score> scores =
                    new Contest(CUSTOMERS, competitors).held(Labelling.questions(CUSTOMERS, QUESTIONS, SEED, ""), SEED);
            ours = scores.get(0);
            plain = scores.get(2);
        } finally {
            competitors.forEach(Competitor::close);
        }
    }
}
