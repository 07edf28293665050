package org.quanhe.crm.search.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hit as a page shows it.
 *
 * @param type record type
 * @param id number of the record
 * @param href its page
 * @param title its name, cut where it is marked
 * @param name its name in one piece
 * @param lang language of the name where it is not the page's
 * @param look class of the avatar
 * @param initials what stands in the avatar; empty where an icon does
 * @param icon class of the icon
 * @param lines below the name: what was found where, then what tells it from others
 * @param tags stage and the like, as {@link Tag}s
 * @param whyHref where administrators read why it stands there
 */
public record HitLine(
        String type,
        long id,
        String href,
        List<Piece> title,
        String name,
        @Nullable String lang,
        String look,
        String initials,
        String icon,
        List<Line> lines,
        List<Tag> tags,
        String whyHref) {

    /** A part of a text, marked or not. */
    public record Piece(String text, boolean marked) {}

    /** A text of a field; the label is empty for the subtitle. */
    public record Line(String label, List<Piece> pieces) {}

    /** A choice as a tag. */
    public record Tag(String text, String look) {}
}
