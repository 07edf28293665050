package org.quanhe.crm.messages.control.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.messages.TemplateContent;
import org.quanhe.crm.messages.control.TemplateBook;
import org.quanhe.crm.messages.entity.MessageTemplate;
import org.quanhe.crm.platform.LocalizedMessage;

/** The {@code template} of an action: it must be there, of the right kind, and for the automation's type. */
@ApplicationScoped
class TemplateArgument {
    private static final String NAME = "template";

    @Inject
    private TemplateBook book;

    void check(Arguments step, MessageKind kind) {
        Optional<TemplateContent> content = book.find(step.text(NAME)).map(MessageTemplate::content);
        if (content.isEmpty()) {
            step.wrong(NAME, "messages.error.noTemplate", step.text(NAME));
        } else if (content.get().kind() != kind) {
            step.wrong(NAME, "messages.error.otherKind", LocalizedMessage.of("messages.template." + kind.code()));
        } else if (!content.get().type().equals(step.type().name())) {
            step.wrong(
                    NAME,
                    "messages.error.otherType",
                    LocalizedMessage.of(content.get().type() + ".type"));
        }
    }

    TemplateContent of(Arguments step) {
        return book.content(step.text(NAME));
    }
}
