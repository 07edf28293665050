package org.quanhe.crm.shell.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** Keys by which a form that is sent twice is known: hidden in the form, new for each form that is opened. */
public final class FormKeys {
    /** Name of the form's hidden field. */
    public static final String FIELD = "once";

    private static final int LONGEST = 40;

    private FormKeys() {}

    /** The key that came with the form, a new one for a form that is opened now. */
    public static String of(HttpServletRequest request) {
        String sent = request.getParameter(FIELD);
        return sent == null || sent.isBlank() || sent.length() > LONGEST
                ? UUID.randomUUID().toString()
                : sent;
    }
}
