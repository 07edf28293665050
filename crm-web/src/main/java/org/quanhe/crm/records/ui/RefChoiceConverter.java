package org.quanhe.crm.records.ui;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import org.jspecify.annotations.Nullable;

/** Carries number and name of a chosen record through the form, so that nothing is asked again. */
@FacesConverter("refChoice")
public class RefChoiceConverter implements Converter<RefChoice> {
    @Override
    public @Nullable RefChoice getAsObject(FacesContext faces, UIComponent field, @Nullable String text) {
        int space = text == null ? -1 : text.indexOf(' ');
        if (text == null || space < 1 || !text.substring(0, space).matches("\\d{1,18}")) {
            return null;
        }
        return new RefChoice(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent field, @Nullable RefChoice choice) {
        return choice == null ? "" : choice.id() + " " + choice.title();
    }
}
