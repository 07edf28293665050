package org.quanhe.crm.automation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.Parameter.Kind;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;

/** What a document says is drawn as inputs, and what inputs send back is the document. */
class StepInputsPropertyTest {
    private static final RecordTypeView TYPE = new RecordTypeView(
            "things",
            "",
            List.of(field("name", FieldKind.TEXT), field("size", FieldKind.NUMBER), field("good", FieldKind.YES_NO)),
            "name",
            true,
            true,
            true);

    private static final List<Automations.Word> ACTIONS = List.of(
            word(
                    "plain",
                    Parameter.of("text", Kind.TEXT),
                    Parameter.of("merged", Kind.MERGED_TEXT).must(),
                    Parameter.of("long", Kind.LONG_TEXT),
                    Parameter.count("count", 0, 365),
                    Parameter.of("sure", Kind.YES_NO),
                    Parameter.of("at", Kind.TIME)),
            word(
                    "chosen",
                    Parameter.choice("how", List.of("load", "none")),
                    Parameter.of("until", Kind.MOMENT),
                    Parameter.of("field", Kind.FIELD),
                    Parameter.record("team", "teams"),
                    Parameter.of("template", Kind.TEMPLATE),
                    Parameter.of("to", Kind.RECIPIENT).among("owner"),
                    Parameter.of("mail", Kind.ADDRESS),
                    Parameter.of("secret", Kind.SECRET)),
            word(
                    "many",
                    Parameter.of("type", Kind.TYPE),
                    Parameter.of("fields", Kind.VALUES).to("type"),
                    Parameter.of("when", Kind.CONDITION),
                    Parameter.objects(
                            "rules", List.of(Parameter.of("when", Kind.CONDITION), Parameter.record("team", "teams")))),
            word(
                    "branch",
                    Parameter.of("if", Kind.CONDITION),
                    Parameter.of("then", Kind.STEPS),
                    Parameter.of("else", Kind.STEPS)));

    private static final List<Automations.Word> TRIGGERS = List.of(
            word("bare"),
            word(
                    "timed",
                    Parameter.choice("every", List.of("week", "month")).or("month"),
                    Parameter.choice("day", List.of("owner", "monday")).onlyWhen("every", "week"),
                    Parameter.count("day", 1, 31).onlyWhen("every", "month"),
                    Parameter.offset("days", 365),
                    Parameter.of("at", Kind.TIME).must().or("08:00")),
            word(
                    "named",
                    Parameter.of("field", Kind.FIELD),
                    Parameter.of("hours", Kind.OFFSET).onlyWhen("field", "NUMBER"),
                    Parameter.of("from", Kind.VALUE).to("field"),
                    Parameter.of("places", Kind.PATHS),
                    Parameter.of("when", Kind.CONDITION),
                    Parameter.objects("rules", List.of(Parameter.record("team", "teams")))));

    private final StepInputs inputs = new StepInputs(
            new Automations.Vocabulary(TRIGGERS, ACTIONS),
            name -> name.equals("things") ? Optional.of(TYPE) : Optional.empty(),
            "things");

    private static FieldView field(String name, FieldKind kind) {
        return new FieldView(name, kind, "things." + name, List.of(), "", "", 200, Set.of());
    }

    private static Automations.Word word(String code, Parameter... parameters) {
        return new Automations.Word(code, "do." + code, "action." + code, List.of(parameters), false);
    }

    @Provide
    Arbitrary<List<Object>> programs() {
        return steps(3);
    }

    private static Arbitrary<List<Object>> steps(int deep) {
        return step(deep).list().ofMaxSize(3);
    }

    private static Arbitrary<Object> step(int deep) {
        return Arbitraries.of(ACTIONS.subList(0, deep > 0 ? ACTIONS.size() : ACTIONS.size() - 1))
                .flatMap(word -> object(word.parameters(), deep).map(values -> {
                    Map<String, Object> step = new LinkedHashMap<>();
                    step.put("do", word.code());
                    step.putAll(values);
                    return step;
                }));
    }

    private static Arbitrary<Map<String, Object>> object(List<Parameter> parameters, int deep) {
        Arbitrary<Map<String, Object>> object = Arbitraries.just(Map.of());
        for (Parameter parameter : parameters) {
            object = Combinators.combine(object, value(parameter, deep).optional(0.7))
                    .as((before, value) -> {
                        Map<String, Object> more = new LinkedHashMap<>(before);
                        value.filter(one -> parameter.counts(parameters, before, Optional.of(TYPE)))
                                .ifPresent(one -> more.put(parameter.name(), one));
                        return more;
                    });
        }
        return object;
    }

    private static Arbitrary<? extends Object> value(Parameter parameter, int deep) {
        Arbitrary<String> words = Arbitraries.of("Huế {{name}}", "a \"b\" 'c' <d> & \\", " 杭州 ", "12", "true", "owner");
        Arbitrary<BigDecimal> numbers =
                Arbitraries.of("0", "7", "-3", "12.50", "123456789012").map(BigDecimal::new);
        return switch (parameter.kind()) {
            case NUMBER, OFFSET, RECORD -> numbers;
            case FIELD -> Arbitraries.of("name", "size", "gone");
            case PATHS ->
                Arbitraries.maps(Arbitraries.of("name", "size", "good"), Arbitraries.of("a.b", "list.0", "5", "true"))
                        .ofMinSize(1);
            case RECIPIENT -> Arbitraries.oneOf(numbers, Arbitraries.of("owner"));
            case YES_NO -> Arbitraries.of(true, false);
            case LONG_TEXT -> Arbitraries.oneOf(words, Arbitraries.of("one\ntwo\n\nthree\n"));
            case CONDITION ->
                Arbitraries.of(
                        "size > 5",
                        "name=='a'  &&  ( size<1 || has(name) )",
                        "!(good == true)",
                        "size in [1, 2]",
                        "no such");
            case SECRET ->
                Arbitraries.oneOf(
                        words,
                        Arbitraries.of(Map.of("kept", new BigDecimal(17))).map(Object.class::cast));
            case VALUES ->
                Arbitraries.maps(
                                Arbitraries.of("name", "size", "good", "tags", "other"),
                                Arbitraries.<Object>oneOf(words, numbers, Arbitraries.of(true, false))
                                        .injectNull(0.1))
                        .ofMinSize(1);
            case OBJECTS -> object(parameter.parts(), 0).list().ofMinSize(1).ofMaxSize(2);
            case STEPS -> steps(deep - 1).filter(steps -> !steps.isEmpty());
            default -> words;
        };
    }

    @Property(tries = 300)
    void whatADocumentSaysComesBackUnchanged(@ForAll("programs") List<Object> steps) {
        assertThat(inputs.say(steps, "actions")).as("%s", steps).isTrue();
    }

    @Provide
    Arbitrary<Map<String, Object>> triggers() {
        return Arbitraries.of(TRIGGERS)
                .flatMap(word -> object(word.parameters(), 0).map(values -> {
                    Map<String, Object> trigger = new LinkedHashMap<>();
                    trigger.put("on", word.code());
                    trigger.putAll(values);
                    return trigger;
                }));
    }

    @Property(tries = 300)
    void whatSetsItOffComesBackUnchanged(@ForAll("triggers") Map<String, Object> trigger) {
        assertThat(inputs.say(trigger, "trigger")).as("%s", trigger).isTrue();
    }

    @Example
    void whatDoesNotCountIsLeftToTheDocument() {
        for (Map<String, Object> trigger : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("on", "gone"),
                Map.of("on", "bare", "more", "than described"),
                Map.of("on", "timed", "every", "year", "day", "monday"),
                Map.of("on", "timed", "days", "3"),
                Map.of("on", "named", "field", "name", "hours", new BigDecimal(2)))) {
            assertThat(inputs.say(trigger, "trigger")).as("%s", trigger).isFalse();
        }
    }

    @Example
    void argumentsThatShareAPlaceHaveAnInputEach() {
        Map<String, String[]> sent = Map.of(
                "trigger.every", new String[] {"month"},
                "trigger.day", new String[] {"monday"},
                "trigger.day.month", new String[] {"31"},
                "trigger.days", new String[] {"3"},
                "trigger.days.way", new String[] {"before"});
        assertThat(inputs.read(new Sent(sent), "trigger", "timed"))
                .isEqualTo(
                        Map.of("on", "timed", "every", "month", "day", new BigDecimal(31), "days", new BigDecimal(-3)));
    }

    @Property(tries = 300)
    void stepsMoveAndComeBack(@ForAll("programs") List<Object> steps, @ForAll @IntRange(max = 3) int at) {
        List<Object> moved = new ArrayList<>(steps);
        StepPlaces places = new StepPlaces(moved);
        String there = places.act("down:actions[" + at + "]", Map.of());
        assertThat(moved).containsExactlyInAnyOrderElementsOf(steps);
        if (at + 1 < steps.size()) {
            assertThat(there).isEqualTo("actions[" + (at + 1) + "]");
            places.act("up:" + there, Map.of());
        }
        assertThat(moved).isEqualTo(steps);
    }

    @Example
    void stepsAreAddedInsideOfBranches() {
        Map<String, Object> branch = new LinkedHashMap<>(Map.of("do", "branch"));
        List<Object> steps = new ArrayList<>(List.of(branch));
        StepPlaces places = new StepPlaces(steps);
        assertThat(places.act("add:actions[0].else", new LinkedHashMap<>(Map.of("do", "branch"))))
                .isEqualTo("actions[0].else[0]");
        assertThat(places.act("add:actions[0].else[0].then", new LinkedHashMap<>(Map.of("do", "plain"))))
                .isEqualTo("actions[0].else[0].then[0]");
        Map<String, Object> inner = Map.of("do", "branch", "then", List.of(Map.of("do", "plain")));
        assertThat(steps).isEqualTo(List.of(Map.of("do", "branch", "else", List.of(inner))));
    }

    @Example
    void placesThatAreNoneChangeNothing() {
        List<Object> steps = new ArrayList<>(List.of(new LinkedHashMap<>(Map.of("do", "plain", "text", "x"))));
        StepPlaces places = new StepPlaces(steps);
        for (String act : List.of(
                "",
                "up:",
                "up:actions[0]",
                "down:actions[9999]",
                "drop:actions[0].text[0]",
                "drop:actions[7].then[0]",
                "add:actions[5].then",
                "add:a b c",
                "fly:actions[0]")) {
            places.act(act, new LinkedHashMap<>());
            assertThat(steps).as(act).isEqualTo(List.of(Map.of("do", "plain", "text", "x")));
        }
    }

    @Example
    void whatInputsCannotSayIsLeftToTheDocument() {
        for (Map<String, Object> step : List.<Map<String, Object>>of(
                Map.of("do", "gone", "text", "x"),
                Map.of("do", "plain", "more", "than described"),
                Map.of("do", "plain", "text", "two\nlines"),
                Map.of("do", "chosen", "team", "12"),
                Map.of("do", "many", "rules", List.of()))) {
            assertThat(inputs.say(List.of(step), "actions")).as("%s", step).isFalse();
        }
    }

    @Example
    void newValuesAreWhatTheirFieldTakes() {
        Map<String, String[]> sent = Map.of(
                "actions[0].do", new String[] {"many"},
                "actions[0].type", new String[] {"things"},
                "actions[0].fields.field", new String[] {"size", "name", "good", ""},
                "actions[0].fields.value", new String[] {"5", "5", "true", "lost"},
                "actions[0].fields.as", new String[] {"", "", "", ""});
        assertThat(inputs.read(new Sent(sent), "actions"))
                .isEqualTo(List.of(Map.of(
                        "do",
                        "many",
                        "type",
                        "things",
                        "fields",
                        Map.of("size", new BigDecimal("5"), "name", "5", "good", true))));
    }
}
