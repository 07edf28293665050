package org.quanhe.crm.records.ui;

import java.util.Locale;
import org.quanhe.crm.records.TextFold;

/**
 * One value as a page shows it.
 *
 * @param text what is read
 * @param href where it leads, empty for plain text
 * @param look CSS class of a tag, {@code person} for an avatar with a name, empty for plain text
 * @param note what kind of value it is ({@code Work}), empty for none
 * @param initials avatar of a person, empty for others
 */
public record Shown(String text, String href, String look, String note, String initials) {
    static final String PERSON = "person";
    static final String TAG = "qh-tag";

    static Shown text(String text) {
        return new Shown(text, "", "", "", "");
    }

    static Shown link(String text, String href) {
        return new Shown(text, href, "", "", "");
    }

    static Shown tag(String text, String tone) {
        return new Shown(text, "", tone.isEmpty() ? TAG : TAG + " is-" + tone, "", "");
    }

    Shown noted(String kind) {
        return new Shown(text, href, look, kind, initials);
    }

    /** What a person is called among colleagues: the given name, which stands last in Vietnamese names. */
    public String shortText() {
        String[] words = text.strip().split("\\s+");
        if (words.length < 2 || text.codePoints().anyMatch(Character::isIdeographic)) {
            return text;
        }
        boolean vietnamese = !TextFold.fold(text).equals(text.strip().toLowerCase(Locale.ROOT));
        return vietnamese ? words[words.length - 1] : words[0];
    }

    public boolean isTag() {
        return look.startsWith(TAG);
    }

    public boolean isPerson() {
        return look.startsWith(PERSON);
    }

    public boolean isLink() {
        return !href.isEmpty();
    }

    /** Class of the avatar's colour. */
    public String colour() {
        return look.length() > PERSON.length() ? look.substring(PERSON.length() + 1) : "";
    }
}
