package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quanhe.crm.capture.AskedField;
import org.quanhe.crm.capture.WebFormContent;
import org.quanhe.crm.capture.entity.WebForm;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.FreshNames;
import org.quanhe.crm.records.spi.FieldUser;

/** Questions of web forms when fields change: they follow new names. */
@ApplicationScoped
class WebFormFields implements FieldUser {
    @Inject
    private WebFormBook book;

    @Inject
    private AskableFields askable;

    @Override
    public List<Touched> touched(List<Renaming> renamings, Function<String, Optional<RecordTypeView>> after) {
        List<Touched> touched = new ArrayList<>();
        for (WebForm form : book.all()) {
            WebFormContent content = form.content();
            WebFormContent renamed = renamed(content, renamings);
            List<Violation> before = FormCheck.wrongQuestions(content, askable.all());
            Optional<Violation> misfit = after.apply(PersonKeyBook.LEADS)
                    .map(leads -> FormCheck.wrongQuestions(renamed, AskableFields.of(leads)))
                    .flatMap(wrong ->
                            wrong.stream().filter(one -> !before.contains(one)).findFirst());
            if (misfit.isPresent()) {
                touched.add(touched("capture.fields.misfit", form, misfit.get().message()));
            } else if (!renamed.equals(content)) {
                touched.add(touched("capture.fields.follow", form));
            }
        }
        return touched;
    }

    private static Touched touched(String key, WebForm form, Object... more) {
        List<Object> args = new ArrayList<>(List.of(form.name()));
        args.addAll(List.of(more));
        return new Touched(PersonKeyBook.LEADS, LocalizedMessage.of(key, args.toArray()));
    }

    @Override
    public void follow(List<Renaming> renamings) {
        for (WebForm form : book.allLocked()) {
            WebFormContent content = form.content();
            WebFormContent renamed = renamed(content, renamings);
            if (!renamed.equals(content)) {
                form.follow(renamed);
            }
        }
    }

    private static WebFormContent renamed(WebFormContent content, List<Renaming> renamings) {
        FreshNames names = new FreshNames(renamings);
        return content.asking(content.fields().stream()
                .map(asked -> new AskedField(
                        names.of(PersonKeyBook.LEADS, asked.name()), asked.required(), asked.labels(), asked.hints()))
                .toList());
    }
}
