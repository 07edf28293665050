package org.quanhe.crm.capture;

import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.DocumentVersion;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.privacy.Purpose;
import org.quanhe.crm.records.FieldView;

/**
 * Web forms, made by administrators and marketing. One call is one transaction.
 *
 * <p>All methods throw {@link org.quanhe.crm.platform.CrmException}: FORBIDDEN for everybody else, NOT_FOUND, INVALID
 * with the place of each fault, STALE for a version that is not the current one.
 */
public interface WebForms {
    /** All of them, by name. */
    List<WebFormView> all();

    WebFormView open(long id);

    /** Makes a form; CONFLICT if there is one of that code. */
    WebFormView create(WebFormContent content);

    /**
     * Changes a form; its code stays.
     *
     * @param version the version that was looked at, null for whatever is there
     * @param why for the history, may be empty
     */
    WebFormView change(long id, @Nullable Long version, WebFormContent content, String why);

    /** Removes a form; its leads stay. */
    void remove(long id);

    /** Fields of leads that a form can ask for, in their order. */
    List<FieldView> askable();

    /** Address of the application for people outside, without a slash at its end; empty where none is set. */
    String publicAddress();

    /** Purposes that a form can ask consent for. */
    List<Purpose> purposes();

    List<DocumentVersion> versions(long id);

    /** What going back to that version would change, in words. */
    List<LocalizedMessage> restoring(long id, int number);

    WebFormView restore(long id, int number, String why);

    /**
     * Gives visitors that document to download when they have sent the form, instead of the one before.
     *
     * @throws org.quanhe.crm.platform.CrmException TOO_LARGE beyond {@code CRM_FORM_FILE_MAX_MB}
     */
    WebFormView give(long id, String name, String mediaType, InputStream content);

    /** Gives no document any more. */
    WebFormView giveNone(long id);
}
