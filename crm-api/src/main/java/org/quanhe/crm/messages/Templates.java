package org.quanhe.crm.messages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.DocumentVersion;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * Message templates. For administrators and marketing; everybody else is refused with FORBIDDEN.
 *
 * <p>A template merges what its reader may read: in a preview the caller's rights hold, in a mail of an automation
 * those of the automation's author, in a notice those of the colleague who gets it. A field that may not be read is
 * empty there.
 */
public interface Templates {
    /** All of them, in order of their names. */
    List<TemplateView> all();

    /** One; NOT_FOUND if there is none. */
    TemplateView open(long id);

    /**
     * Keeps a template.
     *
     * @throws org.quanhe.crm.platform.CrmException INVALID, naming every place that is wrong: the violation's field is
     *     {@code texts.vi.body}, its message names line and column
     */
    TemplateView create(TemplateContent content);

    /**
     * Changes a template; its code stays as it is.
     *
     * @param version the version that was read, null for whichever is there; another one is refused with STALE
     * @param why reason for the history, may be empty
     */
    TemplateView change(long id, @Nullable Long version, TemplateContent content, String why);

    /** What it said at each time, newest first. */
    List<DocumentVersion> versions(long id);

    /** What going back to that version would change, in words; NOT_FOUND if there is none. */
    List<LocalizedMessage> restoring(long id, int number);

    /**
     * Lets it say again what it said in that version.
     *
     * @throws org.quanhe.crm.platform.CrmException INVALID if that does not fit types and fields any more
     */
    TemplateView restore(long id, int number, String why);

    /** Removes a template; automations that name it fail and say so. */
    void remove(long id);

    /**
     * What somebody who reads that language would get about that record, sent or not.
     *
     * @throws org.quanhe.crm.platform.CrmException INVALID if the content is wrong, NOT_FOUND without the record
     */
    Message preview(TemplateContent content, long record, Language reader);

    /** Names that can be merged for that type, {@code name} and {@code owner.email}, as the caller may read them. */
    List<String> mergeFields(String type);

    /** True if the caller may make templates. */
    boolean allowed();
}
