package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.UnderWay;

/** Many fields are published with one call, which is not answered: all of them are there, or none. */
public final class PublishOfManyFields implements UnderWay {
    private static final int MANY = 200;

    /** Drafts that were to be published, and whether that was answered, by the beginning of their fields' names. */
    private final Map<String, Boolean> answered = new ConcurrentHashMap<>();

    private final Map<String, Integer> drafts = new ConcurrentHashMap<>();
    private volatile boolean publishing;

    @Override
    public String promise() {
        return "aPublishIsWholeOrNotAtAll";
    }

    @Override
    public void prepare(Crm admin) {
        // a draft is part of each round
    }

    @Override
    public void work(Crm admin) {
        String mark = "many" + (char) ('a' + drafts.size());
        String changes = IntStream.range(0, MANY)
                .mapToObj(i -> "{\"op\":\"addField\",\"type\":\"customers\",\"field\":{\"name\":\"" + mark + i
                        + "\",\"kind\":\"text\",\"labels\":{\"en\":\"Many " + i + "\"}}}")
                .collect(Collectors.joining(","));
        Answer made = admin.post("/metadata/drafts", "{\"changes\":[" + changes + "]}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        int draft = made.json().getInt("id");
        drafts.put(mark, draft);
        answered.put(mark, false);
        publishing = true;
        Answer done = publish(admin, draft);
        publishing = false;
        assertThat(done.status()).as("%s", done).isEqualTo(200);
        answered.put(mark, true);
    }

    private static Answer publish(Crm admin, int draft) {
        return admin.post("/metadata/drafts/" + draft + "/publish", "{}");
    }

    @Override
    public boolean isMidway(Crm admin) {
        return publishing;
    }

    @Override
    public boolean wasMidway(CrmProcess dead) {
        boolean unanswered = publishing;
        publishing = false;
        return unanswered;
    }

    /** A publish that was under way has happened as a whole, or can be done now. */
    @Override
    public void check(Crm admin) {
        assertThat(answered).containsValue(false);
        for (Map.Entry<String, Integer> draft : drafts.entrySet()) {
            long published = published(admin, draft.getKey());
            assertThat(published).isIn(answered.get(draft.getKey()) ? List.of((long) MANY) : List.of(0L, (long) MANY));
            Answer again = publish(admin, draft.getValue());
            assertThat(again.status()).as("%s", again).isIn(published == 0 ? List.of(200) : List.of(404, 409));
            assertThat(published(admin, draft.getKey())).isEqualTo(MANY);
        }
    }

    private static long published(Crm crm, String mark) {
        String model = crm.get("/metadata").text();
        return IntStream.range(0, MANY)
                .filter(i -> model.contains("\"" + mark + i + "\""))
                .count();
    }
}
