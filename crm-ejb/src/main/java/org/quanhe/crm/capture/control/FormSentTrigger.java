package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.OccurrenceTrigger;
import org.quanhe.crm.capture.entity.WebForm;

/** A web form was sent: {@code {"on": "form", "form": "contact"}}, without a form any of them. */
@ApplicationScoped
public class FormSentTrigger implements OccurrenceTrigger {
    static final String CODE = "form";

    @Inject
    private WebFormBook book;

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.choice(CODE, codes()));
    }

    /** The forms that there are; none where the trigger stands outside of the application. */
    private List<String> codes() {
        return Optional.ofNullable(book)
                .map(forms -> forms.all().stream().map(WebForm::code).toList())
                .orElse(List.of());
    }

    @Override
    public void check(Arguments trigger) {
        if (!trigger.type().name().equals(PersonKeyBook.LEADS)) {
            trigger.wrong("on", "capture.error.trigger");
        }
    }

    /** True if that form is meant. */
    static boolean means(Arguments trigger, String form) {
        String chosen = trigger.text(CODE);
        return chosen.isEmpty() || chosen.equals(form);
    }
}
