package org.quanhe.crm.capture;

import java.util.Optional;
import org.quanhe.crm.platform.Language;

/** Where visitors get web forms and hand them in; nobody signs in here. */
public interface FormDesk {
    /**
     * The form of that code, published or not; nothing if there is none.
     *
     * @param wanted language that the visitor wants
     */
    Optional<ShownForm> show(String code, Language wanted);

    /** A token for a form that is given out now: it can be handed in once, with that origin. */
    String token(String code, VisitOrigin origin);

    /**
     * How many seconds a visitor has to wait before something more is taken; 0 for nothing. Each call that says 0
     * counts as one that was sent.
     *
     * @param what what it sends: the code of a form, or {@code visits}
     * @param address network address that the call came from
     * @param forwarded what proxies say of where it came from, {@code X-Forwarded-For}, may be empty; believed as far
     *     as {@code CRM_PROXY_HOPS} says
     */
    int secondsToWait(String what, String address, String forwarded);

    /**
     * Takes a form: one transaction makes or finds the lead, with everything that follows. What comes twice is taken
     * once.
     */
    FormOutcome take(SentForm sent);

    /**
     * The document that the key of {@link FormOutcome#download} opens; leaves its signal at the lead the first time.
     */
    Optional<Download> download(String code, String key);

    /** A document on its way to a visitor. */
    record Download(String name, String mediaType, byte[] content) {}
}
