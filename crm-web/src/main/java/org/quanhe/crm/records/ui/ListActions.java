package org.quanhe.crm.records.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordPage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.Records.BulkResult;
import org.quanhe.crm.records.SavedView;
import org.quanhe.crm.records.SavedViews;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** What is done with chosen records of a list, and with the list itself: assign, tag, change, delete, keep the view. */
@Named
@RequestScoped
public class ListActions {
    private static final String FIELD = "change:field";
    private static final String MINE = "me";
    private static final int MOST = 2_000;

    @Inject
    private HttpServletRequest request;

    @Inject
    private ListPage listPage;

    @Inject
    private Records records;

    @Inject
    private SavedViews savedViews;

    @Inject
    private Metadata metadata;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    private @Nullable RefChoice owner;
    private String tag = "";
    private String field = "";
    private Input input;
    private String viewName = "";
    private String audience = MINE;
    private boolean first;
    private String problem = "";

    @PostConstruct
    void open() {
        List<FieldView> fields = changeable();
        String asked = request.getParameter(FIELD);
        FieldView chosen = fields.stream()
                .filter(f -> f.name().equals(asked))
                .findFirst()
                .orElse(fields.isEmpty() ? listPage.getType().titleField() : fields.get(0));
        field = chosen.name();
        input = new Input(chosen, viewer, metadata.currency());
    }

    private List<FieldView> changeable() {
        RecordTypeView type = listPage.getType();
        String title = type.titleField().name();
        return type.fields().stream()
                .filter(f ->
                        !f.settled() && !f.kind().contactList() && f.primaryOf().isEmpty())
                .filter(f -> !f.name().equals(title))
                .toList();
    }

    /** Fields that many records can be given alike. */
    public List<Input.Option> getFields() {
        return changeable().stream()
                .map(f -> new Input.Option(f.name(), viewer.text(f.labelKey())))
                .toList();
    }

    public boolean isAssignable() {
        return writable("owner");
    }

    public boolean isTaggable() {
        return writable("tags");
    }

    private boolean writable(String field) {
        return listPage.getType().find(field).filter(f -> !f.readOnly()).isPresent();
    }

    public void assign() throws IOException {
        RefChoice to = owner;
        if (to == null) {
            problem = viewer.text("ui.bulk.ownerMissing");
            return;
        }
        String type = listPage.getTypeName();
        perform(
                "ui.bulk.assigned",
                ids -> records.changeAll(type, ids, Map.of("owner", new RecordRef("users", to.id())), ""));
    }

    public void tag() throws IOException {
        if (tag.isBlank()) {
            problem = viewer.text("ui.bulk.tagMissing");
            return;
        }
        perform("ui.bulk.tagged", ids -> records.tagAll(listPage.getTypeName(), ids, tag.strip()));
    }

    public void change() throws IOException {
        Map<String, @Nullable Object> changes = new HashMap<>();
        changes.put(field, input.value(viewer.told().zone()));
        perform("ui.bulk.changed", ids -> records.changeAll(listPage.getTypeName(), ids, changes, ""));
    }

    public void delete() throws IOException {
        String type = listPage.getTypeName();
        perform("", ids -> {
            BulkResult result = records.deleteAll(type, ids, "");
            toasts.sayDeleted(told("ui.bulk.deleted", result), type, result.done());
            return result;
        });
    }

    private void perform(String key, Function<List<Long>, BulkResult> work) throws IOException {
        try {
            BulkResult result = work.apply(chosen());
            if (!key.isEmpty()) {
                toasts.sayChanged(told(key, result), listPage.getTypeName(), result.replaced());
            }
            back(listPage.address());
        } catch (RuntimeException failed) {
            refused(failed);
        }
    }

    private void refused(RuntimeException failed) {
        CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
        problem = refusal.violations().isEmpty()
                ? viewer.text(refusal)
                : viewer.texts().text(refusal.violations().get(0).message());
    }

    private String told(String key, BulkResult result) {
        String done = viewer.text(key, result.done().size());
        return result.refused() == 0 ? done : done + " " + viewer.text("ui.bulk.refused", result.refused());
    }

    /** Numbers of the rows chosen, or of all that the list finds if that was asked for. */
    private List<Long> chosen() {
        String ids = request.getParameter("ids");
        if ("all".equals(ids)) {
            return everything();
        }
        List<Long> chosen = Arrays.stream(ids == null ? new String[0] : ids.split(","))
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
        if (chosen.isEmpty()) {
            throw CrmException.invalid("ui.bulk.nothingChosen");
        }
        return chosen;
    }

    private List<Long> everything() {
        List<Long> all = new ArrayList<>();
        ListQuery query = listPage.query().from(null).limitedTo(ListQuery.MAX_LIMIT);
        @Nullable String next = null;
        do {
            RecordPage page = records.list(query.from(next));
            page.items().forEach(record -> all.add(record.ref().id()));
            next = page.next();
            if (all.size() > MOST) {
                throw CrmException.invalid("ui.bulk.tooMany", MOST);
            }
        } while (next != null);
        return all;
    }

    /** Keeps the list as it is now under a name. */
    public void saveView() throws IOException {
        keep(new SavedView(
                0,
                listPage.getTypeName(),
                viewName.strip(),
                listPage.getFilter(),
                listPage.getSort(),
                listPage.columnNames(),
                chosenAudience(),
                first,
                true));
    }

    private SavedView.Audience chosenAudience() {
        return audience.matches("\\d{1,18}")
                ? SavedView.Audience.team(Long.parseLong(audience))
                : audience.equals("all") ? SavedView.Audience.EVERYBODY : SavedView.Audience.NOBODY;
    }

    private List<RecordView> teams() {
        return viewer.user().map(CurrentUser::teams).orElse(List.of()).stream()
                .map(id -> records.open(new RecordRef("teams", id)))
                .toList();
    }

    /** Whom the view can be given to: nobody else, the caller's teams, everybody. */
    public List<Input.Option> getAudiences() {
        List<Input.Option> options = new ArrayList<>();
        options.add(new Input.Option(MINE, viewer.text("ui.view.mine")));
        for (RecordView team : teams()) {
            options.add(new Input.Option(Long.toString(team.ref().id()), viewer.text("ui.view.team", team.title())));
        }
        options.add(new Input.Option("all", viewer.text("ui.view.everybody")));
        return options;
    }

    /** Writes the list as it is now over the saved view shown. */
    public void updateView() throws IOException {
        SavedView own = listPage.getOwnView();
        if (own != null) {
            keep(new SavedView(
                    own.id(),
                    own.type(),
                    own.name(),
                    listPage.getFilter(),
                    listPage.getSort(),
                    listPage.columnNames(),
                    own.audience(),
                    own.first(),
                    true));
        }
    }

    private void keep(SavedView view) throws IOException {
        if (view.name().isBlank()) {
            problem = viewer.text("ui.view.nameMissing");
            return;
        }
        try {
            SavedView kept = savedViews.save(view);
            toasts.say(viewer.text("ui.view.saved", kept.name()));
            back(listPage.address().viewed(Long.toString(kept.id())));
        } catch (RuntimeException failed) {
            refused(failed);
        }
    }

    public void removeView() throws IOException {
        SavedView own = listPage.getOwnView();
        if (own != null) {
            savedViews.remove(own.id());
            toasts.say(viewer.text("ui.view.removed", own.name()));
        }
        back(listPage.address().viewed("all"));
    }

    private static void back(ListAddress to) throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(external.getRequestContextPath() + "/" + to.href());
    }

    public String getProblem() {
        return problem;
    }

    public Input getInput() {
        return input;
    }

    public @Nullable RefChoice getOwner() {
        return owner;
    }

    public void setOwner(@Nullable RefChoice owner) {
        this.owner = owner;
    }

    public String getTag() {
        return tag;
    }

    public void setTag(String tag) {
        this.tag = tag;
    }

    public String getField() {
        return field;
    }

    public void setField(String field) {
        this.field = field;
    }

    public String getViewName() {
        return viewName;
    }

    public void setViewName(String viewName) {
        this.viewName = viewName;
    }

    public String getAudience() {
        return audience;
    }

    public void setAudience(String audience) {
        this.audience = audience;
    }

    public boolean isFirst() {
        return first;
    }

    public void setFirst(boolean first) {
        this.first = first;
    }
}
