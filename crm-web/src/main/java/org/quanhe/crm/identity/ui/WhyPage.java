package org.quanhe.crm.identity.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Explanations;
import org.quanhe.crm.identity.Verdict;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.ui.Values;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** Why somebody can, or cannot, see a record: the decision in words. */
@Named
@RequestScoped
public class WhyPage {
    private static final String USERS = "users";

    @Inject
    private Explanations explanations;

    @Inject
    private Metadata metadata;

    @Inject
    private Records records;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Viewer viewer;

    @Inject
    private Values values;

    private String user = "";
    private String type = "";
    private String id = "";
    private String problem = "";
    private @Nullable Verdict verdict;

    @PostConstruct
    void open() {
        if (!viewer.isAdministrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
        user = parameter("user");
        type = parameter("type");
        id = parameter("id");
        if (!user.isEmpty() && !id.isEmpty()) {
            ask();
        }
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    private void ask() {
        Optional<Long> who = number(user);
        Optional<Long> what = number(id);
        if (who.isEmpty() || what.isEmpty()) {
            problem = viewer.text("ui.why.number");
            return;
        }
        try {
            verdict = explanations.why(who.get(), new RecordRef(type, what.get()));
        } catch (RuntimeException failed) {
            problem = viewer.text(Refusals.of(failed).orElseThrow(() -> failed));
        }
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** Users to choose from. */
    public List<Choice> getUsers() {
        return records.list(ListQuery.of(USERS).limitedTo(ListQuery.MAX_LIMIT)).items().stream()
                .map(record -> {
                    String number = Long.toString(record.ref().id());
                    Object name = record.value("username");
                    String told = name == null ? record.title() : record.title() + " (" + name + ")";
                    return new Choice(number, told, number.equals(user));
                })
                .toList();
    }

    public List<Choice> getTypes() {
        return metadata.types().stream()
                .map(t -> new Choice(
                        t.name(), viewer.text(t.name() + ".type"), t.name().equals(type)))
                .toList();
    }

    public String getId() {
        return id;
    }

    public String getProblem() {
        return problem;
    }

    public boolean isAnswered() {
        return verdict != null;
    }

    private Verdict verdict() {
        return Objects.requireNonNull(verdict);
    }

    public String getRecord() {
        String title = verdict().title();
        return title.isBlank() ? viewer.text("ui.untitled") : title;
    }

    public String getRecordHref() {
        return Links.record(type, verdict().record().id());
    }

    public boolean isDeleted() {
        return verdict().deleted();
    }

    /** The three answers. */
    public List<Answer> getAnswers() {
        return List.of(
                answer("sees", verdict().sees()),
                answer("changes", verdict().changes()),
                answer("deletes", verdict().deletes()));
    }

    private Answer answer(String verb, boolean yes) {
        String words =
                viewer.text("ui.why." + verb + (yes ? ".yes" : ".no"), verdict().name(), getRecord());
        return new Answer(verb, yes, words);
    }

    /** What the answers come from, in sentences. */
    public List<String> getReasons() {
        Verdict told = verdict();
        List<String> reasons = new ArrayList<>();
        reasons.add(viewer.text(told.active() ? "ui.why.active" : "ui.why.inactive", told.name()));
        if (told.deleted()) {
            reasons.add(viewer.text("ui.why.deleted"));
        }
        if (told.roles().isEmpty()) {
            reasons.add(viewer.text("ui.why.noRoles", told.name()));
        }
        if (told.owned()) {
            reasons.add(viewer.text(told.owner() ? "ui.why.owner" : "ui.why.notOwner", told.name()));
            reasons.add(viewer.text(told.team() ? "ui.why.team" : "ui.why.notTeam", told.name()));
        } else {
            reasons.add(viewer.text("ui.why.unowned"));
        }
        if (told.sees()) {
            fields("ui.why.hidden", told.hidden(), reasons);
            fields("ui.why.locked", told.locked(), reasons);
        }
        return reasons;
    }

    private void fields(String key, List<String> names, List<String> into) {
        RecordTypeView of = metadata.type(type);
        List<String> labels = names.stream()
                .flatMap(name -> of.find(name).stream())
                .filter(field -> field.primaryOf().isEmpty())
                .map(values::label)
                .toList();
        if (!labels.isEmpty()) {
            into.add(viewer.text(key, String.join(", ", labels)));
        }
    }

    /** How far each role of the user reaches. */
    public List<Reach> getRoles() {
        return verdict().roles().stream()
                .map(right -> new Reach(
                        viewer.text("users.roles." + right.role().code()),
                        viewer.text("ui.scope." + right.read()),
                        viewer.text("ui.scope." + right.write()),
                        viewer.text("ui.scope." + right.delete()),
                        "fieldrights.xhtml?role=" + Links.encode(right.role().code()) + "&type=" + Links.encode(type)))
                .toList();
    }

    /** Something to choose. */
    public record Choice(String code, String label, boolean current) {}

    /** An answer in words. */
    public record Answer(String verb, boolean yes, String words) {}

    /** A role and how far its rights reach. */
    public record Reach(String role, String read, String write, String delete, String fieldsHref) {}
}
