package org.quanhe.crm.automation.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Action;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Step;
import org.quanhe.crm.automation.spi.Trigger;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.spi.WrittenRecord;

/** Every action and trigger of the application has its texts; a new one needs its class and them, and is there. */
class DescribedActionsTest {
    private static final List<Action> ACTIONS = new ArrayList<>();
    private static final List<Trigger> TRIGGERS = new ArrayList<>();

    @BeforeAll
    static void allOfTheApplication() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Action.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                String name = classes.relativize(file).toString();
                if (name.matches("org/quanhe/crm/.*(actions|triggers|webhook|control)/[A-Za-z]+\\.class")) {
                    add(name.replace(".class", "").replace('/', '.'));
                }
            }
        }
    }

    private static void add(String name) {
        try {
            Class<?> type = Class.forName(name, false, Action.class.getClassLoader());
            boolean made = !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
            if (made && (Action.class.isAssignableFrom(type) || Trigger.class.isAssignableFrom(type))) {
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                Object bean = constructor.newInstance();
                if (bean instanceof Action action) {
                    ACTIONS.add(action);
                }
                if (bean instanceof Trigger trigger) {
                    TRIGGERS.add(trigger);
                }
            }
        } catch (ReflectiveOperationException broken) {
            throw new AssertionError(name, broken);
        }
    }

    @Test
    void allAreLookedAt() {
        assertThat(ACTIONS.stream().map(Action::code))
                .contains("assign", "create", "enrol", "mail", "notify", "set", "task", "wait", "waitUntil", "webhook");
        assertThat(TRIGGERS.stream().map(Trigger::code))
                .contains("changed", "created", "crossed", "date", "deleted", "hook", "schedule");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyArgumentHasItsTexts(Language language) {
        Texts texts = Texts.in(language);
        Automations.Vocabulary words = vocabulary(ACTIONS);
        Stream.concat(words.triggers().stream(), words.actions().stream()).forEach(word -> {
            assertThat(texts.has(word.labelKey())).as(word.labelKey()).isTrue();
            labelled(word.parameters(), word.texts(), texts);
        });
    }

    private static void labelled(List<Parameter> parameters, String keys, Texts texts) {
        for (Parameter parameter : parameters) {
            String key = keys + "." + parameter.name();
            assertThat(texts.has(key)).as(key).isTrue();
            parameter.choices().forEach(code -> assertThat(texts.has(key + "." + code))
                    .as(key + "." + code)
                    .isTrue());
            labelled(parameter.parts(), keys, texts);
        }
    }

    @Test
    void aNewActionIsThereAtOnce() {
        List<Action> more = new ArrayList<>(ACTIONS);
        more.add(new Sing());
        Automations.Vocabulary words = vocabulary(more);
        assertThat(words.action("sing").orElseThrow().parameters())
                .containsExactly(Parameter.count("verses", 1, 12).must());
        assertThat(words.actions().get(words.actions().size() - 1).code()).isEqualTo("branch");
        assertThat(new Sing().secrets()).isEmpty();
    }

    @Test
    void aNewTriggerIsThereAtOnce() {
        List<Trigger> more = new ArrayList<>(TRIGGERS);
        more.add(new Eclipse());
        Automations.Word word = new Definitions(found(more), found(ACTIONS))
                .vocabulary()
                .trigger("eclipse")
                .orElseThrow();
        assertThat(word.labelKey()).isEqualTo("ui.auto.on.eclipse");
        assertThat(word.texts()).isEqualTo("automation.trigger.eclipse");
        assertThat(word.parameters()).isEqualTo(new Eclipse().parameters());
        assertThat(word.called()).isFalse();
        RecordTypeView type = new RecordTypeView(
                "skies",
                "",
                List.of(new FieldView(
                        "observer", FieldKind.REFERENCE, "skies.observer", List.of(), "users", "", 0, Set.of())),
                "observer",
                true,
                true,
                true);
        assertThat(new Eclipse().mentions(Map.of("field", "observer"), type))
                .containsOnly(Map.entry("team", "teams"), Map.entry("was", "users"));
    }

    @Test
    void secretsAndStepsAreForActionsAlone() {
        assertThat(TRIGGERS.stream().flatMap(trigger -> trigger.parameters().stream()))
                .extracting(Parameter::kind)
                .doesNotContain(Parameter.Kind.SECRET, Parameter.Kind.STEPS);
    }

    @ParameterizedTest
    @CsvSource({"sun, , total", "moon, total, total"})
    void whatDoesNotCountIsNotHeldToItsDescription(String of, String wrong, String phase) {
        List<CrmException.Violation> violations = new ArrayList<>();
        RecordTypeView none = new RecordTypeView("skies", "", List.of(), "", true, true, true);
        Described.check(
                new Eclipse().parameters(),
                new Arguments("trigger", Map.of("of", of, "phase", phase), none, violations));
        assertThat(violations)
                .extracting(CrmException.Violation::field)
                .isEqualTo(wrong == null ? List.of() : List.of("trigger.phase"));
    }

    /** A trigger that is nothing but its class; the phase is a word for the sun, a number for the moon. */
    private static class Eclipse implements Trigger {
        @Override
        public String code() {
            return "eclipse";
        }

        @Override
        public String action() {
            return "changed";
        }

        @Override
        public boolean fires(Arguments trigger, WrittenRecord written) {
            return false;
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    Parameter.choice("of", List.of("sun", "moon")).must().or("sun"),
                    Parameter.choice("phase", List.of("total", "partial")).onlyWhen("of", "sun"),
                    Parameter.count("phase", 1, 8).onlyWhen("of", "moon"),
                    Parameter.record("team", "teams"),
                    Parameter.of("field", Parameter.Kind.FIELD),
                    Parameter.of("was", Parameter.Kind.VALUE).to("field"));
        }
    }

    @Test
    void whatLeavesTheServerIsKnownFromTheDescription() {
        assertThat(action("assign").mentions()).containsEntry("team", "teams");
        assertThat(action("task").mentions()).containsEntry("owner", "users");
        assertThat(action("notify").mentions()).containsEntry("to", "users");
        assertThat(action("enrol").mentions()).containsEntry("process", "processes");
        assertThat(action("webhook").secrets()).containsExactly("secret");
    }

    private static Action action(String code) {
        return ACTIONS.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** An action that is nothing but its class. */
    private static class Sing implements Action {
        @Override
        public String code() {
            return "sing";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(Parameter.count("verses", 1, 12).must());
        }

        @Override
        public void run(Arguments step, Step run) {
            // nobody listens
        }
    }

    private static Automations.Vocabulary vocabulary(List<Action> actions) {
        return new Definitions(found(TRIGGERS), found(actions)).vocabulary();
    }

    /** Beans as CDI finds them; nothing is asked of it but to go through them. */
    @SuppressWarnings("unchecked")
    private static <T> Instance<T> found(List<T> beans) {
        return (Instance<T>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, args) -> {
                    if (method.getName().equals("forEach")) {
                        beans.forEach((Consumer<? super T>) args[0]);
                        return null;
                    }
                    return method.getName().equals("iterator") ? beans.iterator() : null;
                });
    }
}
