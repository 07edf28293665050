package org.quanhe.crm.privacy.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.privacy.Consents;
import org.quanhe.crm.privacy.Consents.OwnChoice;
import org.quanhe.crm.shell.ui.Viewer;

/** Where a person who is not signed in decides what it gets; the key from a mail opens it. */
@Named
@RequestScoped
public class ConsentPage {
    private static final int LONGEST_KEY = 60;

    @Inject
    private Consents consents;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private String key = "";
    private @Nullable OwnChoice choice;

    @PostConstruct
    void open() {
        key = Objects.requireNonNullElse(request.getParameter("key"), "");
        choice = key.length() > LONGEST_KEY ? null : consents.ofKey(key).orElse(null);
    }

    public boolean isKnown() {
        return choice != null;
    }

    public String getKey() {
        return key;
    }

    public String getAddress() {
        return choice == null ? "" : choice.address();
    }

    /** What was decided a moment ago is kept. */
    public boolean isDone() {
        return "1".equals(request.getParameter("done"));
    }

    public List<Line> getLines() {
        OwnChoice own = choice;
        return own == null
                ? List.of()
                : own.purposes().stream()
                        .map(purpose -> new Line(
                                purpose.code(),
                                purpose.names().getOrDefault(viewer.language(), purpose.code()),
                                purpose.wordings().getOrDefault(viewer.language(), ""),
                                own.agreed().contains(purpose.code())))
                        .toList();
    }

    /** A purpose and whether the person agrees. */
    public record Line(String code, String name, String wording, boolean agreed) {}
}
