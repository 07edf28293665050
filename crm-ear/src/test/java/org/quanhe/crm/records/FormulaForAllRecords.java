package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;
import org.quanhe.crm.harness.UnderWay;

/** A published formula is worked out for all records of a type: it goes on where it was. */
public final class FormulaForAllRecords implements UnderWay {
    private static final int RECORDS = 6_000;
    private static final int FACTOR = 600;

    /** Published formulas, one each round. */
    private final List<String> formulas = new CopyOnWriteArrayList<>();

    private String first = "";
    private String last = "";

    @Override
    public String promise() {
        return "aPublishedFormulaReachesEveryRecordInSpiteOfAKill";
    }

    @Override
    public void prepare(Crm admin) {
        Shaping.publish(
                admin,
                "{'op':'addType','type':{'name':'rooms','rights':'owned','labels':{'en':'Rooms'},'fields':["
                        + "{'name':'area','kind':'number','labels':{'en':'Area'}}]}}");
        StringBuilder rows = new StringBuilder("name\tarea\n");
        for (int i = 1; i <= RECORDS; i++) {
            rows.append(String.format("Phòng %05d\t%d%n", i, i));
        }
        Answer started = admin.upload(
                "/imports", "rows.tsv", rows.toString().getBytes(StandardCharsets.UTF_8), Map.of("type", "rooms"));
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        admin.await(started.header("Location"), a -> a.json().getString("state").equals("done"));
        first = outermost(admin, "name");
        last = outermost(admin, "-name");
    }

    private static String outermost(Crm admin, String order) {
        return "/rooms/"
                + admin.get("/rooms?limit=1&sort=" + order)
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getJsonNumber("id");
    }

    @Override
    public void work(Crm admin) {
        String formula = "cooling" + formulas.size();
        Shaping.publish(
                admin,
                "{'op':'addField','type':'rooms','field':{'name':'" + formula + "','kind':'number','formula':'area * "
                        + FACTOR + "','labels':{'en':'Cooling'}}}");
        formulas.add(formula);
        admin.await(last, record -> record.json().containsKey(formula));
    }

    /** They are worked out in the order of their numbers. */
    @Override
    public boolean isMidway(Crm admin) {
        if (formulas.isEmpty()) {
            return false;
        }
        String newest = formulas.get(formulas.size() - 1);
        return admin.get(first).json().containsKey(newest)
                && !admin.get(last).json().containsKey(newest);
    }

    @Override
    public void check(Crm admin) {
        formulas.forEach(formula -> admin.await(last, record -> record.json().containsKey(formula)));
        assertThat(wrong(admin)).isEmpty();
    }

    /** Records whose values are not what the formulas say. */
    private Set<Long> wrong(Crm crm) {
        Set<Long> wrong = new TreeSet<>();
        int seen = 0;
        String cursor = "";
        do {
            Answer answer = crm.get("/rooms?limit=200&sort=name" + cursor);
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            JsonObject page = answer.json();
            for (JsonObject item : page.getJsonArray("items").getValuesAs(JsonObject.class)) {
                seen++;
                BigDecimal right = item.getJsonNumber("area").bigDecimalValue().multiply(BigDecimal.valueOf(FACTOR));
                if (!formulas.stream().allMatch(formula -> is(item, formula, right))) {
                    wrong.add(item.getJsonNumber("id").longValue());
                }
            }
            cursor = page.isNull("next") ? "" : "&cursor=" + Crm.encode(page.getString("next"));
        } while (!cursor.isEmpty());
        assertThat(seen).isEqualTo(RECORDS);
        return wrong;
    }

    private static boolean is(JsonObject item, String formula, BigDecimal right) {
        return item.containsKey(formula)
                && item.getJsonNumber(formula).bigDecimalValue().compareTo(right) == 0;
    }
}
