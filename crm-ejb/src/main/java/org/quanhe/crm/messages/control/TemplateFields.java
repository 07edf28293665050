package org.quanhe.crm.messages.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quanhe.crm.audit.control.DocumentHistory;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.control.template.TemplateEngine;
import org.quanhe.crm.messages.entity.MessageTemplate;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.spi.FieldUser;

/** Templates when fields change: they follow new names, and say before when they would not fit any more. */
@ApplicationScoped
class TemplateFields implements FieldUser {
    @Inject
    private TemplateBook book;

    @Inject
    private TemplateEngine engine;

    @Inject
    private DocumentHistory history;

    @Override
    public List<Touched> touched(List<Renaming> renamings, Function<String, Optional<RecordTypeView>> after) {
        List<Touched> touched = new ArrayList<>();
        for (MessageTemplate template : book.all()) {
            TemplateContent content = template.content();
            TemplateContent renamed = engine.renamed(content, renamings);
            List<Violation> misfits = engine.misfits(content).isEmpty() ? engine.misfits(renamed, after) : List.of();
            if (!misfits.isEmpty()) {
                touched.add(new Touched(
                        content.type(),
                        LocalizedMessage.of(
                                "messages.metadata.misfit",
                                content.name(),
                                misfits.get(0).message())));
            } else if (!renamed.equals(content)) {
                touched.add(
                        new Touched(content.type(), LocalizedMessage.of("messages.metadata.follows", content.name())));
            }
        }
        return touched;
    }

    @Override
    public void follow(List<Renaming> renamings) {
        for (MessageTemplate template : book.all()) {
            TemplateContent content = template.content();
            TemplateContent renamed = engine.renamed(content, renamings);
            if (!renamed.equals(content)) {
                template.follow(renamed);
            }
            history.follow(
                    new RecordRef("templates", template.id()),
                    earlier -> TemplateDocument.of(
                            engine.renamed(TemplateDocument.read(content.code(), earlier), renamings)));
        }
    }
}
