package org.quanhe.crm.messages.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.control.template.TemplateEngine;
import org.quanhe.crm.messages.entity.MessageTemplate;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.spi.Arrival;
import org.quanhe.crm.records.spi.Portable;

/** Message templates in files. One that does not fit the types here is kept, and not sent while it does not. */
@ApplicationScoped
class PortableTemplates implements Portable {
    @Inject
    private TemplateBook book;

    @Inject
    private TemplateEngine engine;

    @Override
    public String kind() {
        return "templates";
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public List<Thing> all() {
        return book.all().stream()
                .map(MessageTemplate::content)
                .map(content -> new Thing(
                        content.code(),
                        TemplateDocument.called(content.name()),
                        content.type(),
                        TemplateDocument.of(content)))
                .toList();
    }

    @Override
    public void bring(String key, Map<String, Object> document, Arrival arrival) {
        Optional<MessageTemplate> known = book.find(key);
        List<TemplateContent> said = new ArrayList<>();
        try {
            arrival.spoken(document).forEach(one -> said.add(TemplateDocument.read(key, one)));
        } catch (CrmException wrong) {
            wrong.violations().forEach(arrival::wrong);
            return;
        }
        if (known.filter(template -> said.contains(template.content())).isPresent()) {
            return;
        }
        TemplateContent content = said.get(0);
        List<Violation> wrong = new ArrayList<>(TemplateEngine.wrongForm(content));
        if (!arrival.known(content.type())) {
            wrong.add(new Violation("type", LocalizedMessage.of("records.error.unknownType", content.type())));
        }
        if (!wrong.isEmpty()) {
            wrong.forEach(arrival::wrong);
            return;
        }
        engine.misfits(content).forEach(arrival::misfit);
        arrival.changes(
                TemplateDocument.called(content.name()),
                content.type(),
                known.map(template -> TemplateDocument.of(template.content())).orElse(Map.of()),
                TemplateDocument.of(content));
        book.write(known.orElseGet(MessageTemplate::new), content, arrival.why(), null);
    }
}
