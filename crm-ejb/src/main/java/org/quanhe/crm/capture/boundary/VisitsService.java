package org.quanhe.crm.capture.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.quanhe.crm.capture.Visits;
import org.quanhe.crm.capture.control.FrontDesk;
import org.quanhe.crm.capture.control.VisitBook;

/** The façade of page views. */
@Stateless
@Local(Visits.class)
public class VisitsService implements Visits {
    private static final int LONGEST_PAGE = 500;
    private static final int LONGEST_TITLE = 200;

    @Inject
    private VisitBook book;

    @Inject
    private FrontDesk desk;

    @Override
    public void note(String visitor, String page, String title) {
        Optional<String> address = bare(page);
        if (VisitBook.VISITOR.matcher(visitor).matches() && address.isPresent()) {
            desk.serve(() -> {
                book.note(visitor, cut(address.get(), LONGEST_PAGE), cut(plain(title), LONGEST_TITLE));
                return true;
            });
        }
    }

    @Override
    public void forget(String visitor) {
        if (VisitBook.VISITOR.matcher(visitor).matches()) {
            desk.serve(() -> {
                book.forget(visitor);
                return true;
            });
        }
    }

    /** The address without what stands behind the path: names and keys of visitors may be there. */
    private static Optional<String> bare(String page) {
        try {
            URI address = URI.create(page);
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return web && address.getHost() != null
                    ? Optional.of(address.getScheme() + "://" + address.getAuthority()
                            + plain(Optional.ofNullable(address.getPath()).orElse("")))
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
