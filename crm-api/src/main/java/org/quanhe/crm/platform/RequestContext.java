package org.quanhe.crm.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Request id and language of the current thread's work; set at the edge, where the request ends by an empty id. */
public final class RequestContext {
    private static final ThreadLocal<String> REQUEST = ThreadLocal.withInitial(() -> "");
    private static final ThreadLocal<@Nullable Language> LANGUAGE = new ThreadLocal<>();

    private RequestContext() {}

    public static String requestId() {
        return REQUEST.get();
    }

    /** Sets the id; an empty one ends the request. */
    public static void set(String id) {
        if (id.isEmpty()) {
            REQUEST.remove();
            LANGUAGE.remove();
        } else {
            REQUEST.set(id);
        }
    }

    /** The language that the request's answers are told in, where the edge has found one. */
    public static Optional<Language> language() {
        return Optional.ofNullable(LANGUAGE.get());
    }

    public static void answerIn(Language language) {
        LANGUAGE.set(language);
    }
}
