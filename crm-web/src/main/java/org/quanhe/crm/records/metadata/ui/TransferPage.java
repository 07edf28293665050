package org.quanhe.crm.records.metadata.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.metadata.Draft;
import org.quanhe.crm.records.metadata.Fitting;
import org.quanhe.crm.records.metadata.MetadataEditing;
import org.quanhe.crm.records.metadata.MetadataFiles;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.MovingThing;
import org.quanhe.crm.records.metadata.Starter;
import org.quanhe.crm.records.metadata.TypeModel;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** Objects and fields as files: out, in, and the sets that come with the application. */
@Named
@RequestScoped
public class TransferPage {
    @Inject
    private MetadataEditing editing;

    @Inject
    private MetadataFiles files;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    private Model published = Model.EMPTY;
    private List<Starter> starters = List.of();
    private List<MovingThing> things = List.of();
    private @Nullable Part file;
    private String problem = "";
    private List<String> places = List.of();

    @PostConstruct
    void open() {
        published = editing.published();
        starters = files.starters();
        things = files.things();
    }

    /** Makes a draft of the file, and shows its difference. */
    public @Nullable String compare() {
        Part chosen = file;
        if (chosen == null || chosen.getSize() == 0) {
            problem = viewer.text("ui.import.fileMissing");
            return null;
        }
        try (InputStream content = chosen.getInputStream()) {
            byte[] bytes = content.readNBytes(MetadataFiles.LARGEST_FILE + 1);
            return next(files.importFile(bytes, false, "", Fitting.in(viewer.language())));
        } catch (IOException broken) {
            problem = viewer.text("ui.import.broken");
        } catch (RuntimeException failed) {
            tell(failed);
        }
        return null;
    }

    /** Loads a starter set: at once where nothing was shaped yet. */
    public @Nullable String load(String id) {
        try {
            return next(files.loadStarter(id, viewer.language()));
        } catch (RuntimeException failed) {
            tell(failed);
            return null;
        }
    }

    private String next(Optional<Draft> brought) {
        if (brought.isEmpty()) {
            toasts.say(viewer.text("records.transfer.nothing"));
            return "/transfer.xhtml?faces-redirect=true";
        }
        Draft draft = brought.get();
        Long version = draft.publishedAs();
        if (version == null) {
            return "/publish.xhtml?faces-redirect=true&draft=" + draft.id();
        }
        toasts.say(viewer.text("ui.publish.done", version));
        return "/types.xhtml?faces-redirect=true";
    }

    private void tell(RuntimeException failed) {
        CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
        problem = viewer.text("ui.transfer.refused");
        places = refusal.violations().isEmpty()
                ? List.of(viewer.text(refusal))
                : refusal.violations().stream()
                        .map(wrong -> wrong.field() + ": " + viewer.texts().text(wrong.message()))
                        .toList();
    }

    /** What administrators shaped, to be chosen from. */
    public List<Row> getRows() {
        return published.types().values().stream()
                .filter(type -> !type.builtIn() || !type.fields().isEmpty())
                .map(type -> new Row(
                        type.name(),
                        label(type),
                        viewer.text(
                                "ui.transfer.fields",
                                viewer.told().number(type.fields().size()))))
                .toList();
    }

    /** What can go along beside types and fields. */
    public List<Thing> getThings() {
        return things.stream()
                .map(thing -> new Thing(
                        thing.kind() + "/" + thing.key(),
                        viewer.text(
                                "records.transfer.thing." + thing.kind(),
                                viewer.texts().text(thing.name()))))
                .toList();
    }

    public boolean isUnshaped() {
        return things.isEmpty() && getRows().isEmpty();
    }

    public List<Card> getCards() {
        return starters.stream().map(this::card).toList();
    }

    private Card card(Starter starter) {
        List<String> brings = new ArrayList<>();
        String types = starter.brings().types().values().stream()
                .filter(type -> !type.builtIn())
                .map(this::label)
                .reduce(this::both)
                .orElse("");
        brings.add(viewer.text("ui.transfer.new", types));
        starter.brings().types().values().stream()
                .filter(TypeModel::builtIn)
                .forEach(type -> brings.add(viewer.text("ui.transfer.brings", label(type), fields(type))));
        starter.things()
                .forEach((kind, names) -> brings.add(viewer.text(
                        "ui.transfer.things." + kind,
                        names.stream().map(this::in).reduce(this::both).orElse(""))));
        return new Card(starter.id(), in(starter.title()), in(starter.about()), brings, starter.loaded());
    }

    private String fields(TypeModel type) {
        return type.fields().values().stream()
                .map(field -> in(field.labels()))
                .reduce(this::both)
                .orElse("");
    }

    private String both(String some, String another) {
        return viewer.text("ui.transfer.both", some, another);
    }

    private String label(TypeModel type) {
        return type.builtIn() ? viewer.text(type.name() + ".type") : in(type.labels());
    }

    private String in(Map<String, String> byTag) {
        return FieldsPage.in(byTag, viewer.language());
    }

    public String getStartersText() {
        boolean empty = published.types().isEmpty();
        return viewer.text(empty ? "ui.transfer.starters.empty" : "ui.transfer.starters.shaped");
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public String getProblem() {
        return problem;
    }

    /** What is wrong with the file, place by place. */
    public List<String> getPlaces() {
        return places;
    }

    /** Something else that can be exported. */
    public record Thing(String value, String label) {}

    /** A type that can be exported. */
    public record Row(String name, String label, String fields) {}

    /** A starter set. */
    public record Card(String id, String title, String about, List<String> brings, boolean loaded) {}
}
