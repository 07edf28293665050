package org.quanhe.crm.shell.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** What an error page says: the status, in words, and the code to quote. */
@Named
@RequestScoped
public class ErrorPage {
    static final String TEXT = "crm.error.text";
    static final String CODE = "crm.error.code";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Viewer viewer;

    public int getStatus() {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }

    public String getTitle() {
        return told("ui.error.title.");
    }

    public String getText() {
        Object text = request.getAttribute(TEXT);
        return text == null ? told("ui.error.") : text.toString();
    }

    public String getCode() {
        Object code = request.getAttribute(CODE);
        return code == null ? "" : code.toString();
    }

    private String told(String prefix) {
        String key = prefix + getStatus();
        return viewer.texts().find(key).orElseGet(() -> viewer.text(prefix + (getStatus() < 500 ? 400 : 500)));
    }
}
