package org.quanhe.crm.capture;

/**
 * What a web form says in one language.
 *
 * @param title its heading
 * @param intro what stands below that, may be empty
 * @param button what the button says
 * @param thanks what is said when it has been sent
 */
public record FormTexts(String title, String intro, String button, String thanks) {
    /** A form that says nothing yet. */
    public static final FormTexts NONE = new FormTexts("", "", "", "");
}
