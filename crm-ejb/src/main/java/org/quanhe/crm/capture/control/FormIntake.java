package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.quanhe.crm.capture.FormDesk.Download;
import org.quanhe.crm.capture.FormOutcome;
import org.quanhe.crm.capture.FormOutcome.Kind;
import org.quanhe.crm.capture.SentForm;
import org.quanhe.crm.capture.VisitOrigin;
import org.quanhe.crm.capture.WebFormContent;
import org.quanhe.crm.capture.entity.WebForm;
import org.quanhe.crm.capture.entity.WebFormFile;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;

/** What a form has to pass before it is taken, in the order in which it costs least. */
@ApplicationScoped
public class FormIntake {
    private static final int ATTEMPTS = 5;

    /**
     * Taken already, a deadlock, or a row that another transaction wrote: the next attempt finds what that one made.
     */
    private static final Set<String> OVERTAKEN = Set.of("23505", "40001", "40P01", "55P03", "HYT00", "90131");

    @Inject
    private WebFormBook book;

    @Inject
    private FormSteps steps;

    @Inject
    private SigningKey key;

    @Inject
    private FrontDesk desk;

    @Inject
    private TimeSource time;

    /** A token for a form that is given out now. */
    public String token(String code, VisitOrigin origin) {
        return FormToken.issue(key.signature(), code, origin.signed(), time.now());
    }

    /** Takes a form that was sent, or says why not. */
    public FormOutcome take(SentForm sent) {
        Optional<WebForm> found = book.find(sent.code());
        WebForm form = found.orElse(null);
        WebFormContent content = found.map(WebForm::content).orElse(null);
        if (form == null || content == null || !content.published()) {
            return FormOutcome.of(Kind.OFF);
        }
        if (!sent.bait().isEmpty()) {
            // a machine fills what people do not see: it learns nothing, and nothing is kept
            return FormOutcome.of(Kind.TAKEN);
        }
        Optional<FormToken> read = FormToken.read(
                key.signature(), sent.token(), sent.code(), sent.origin().signed());
        FormToken token = read.orElse(null);
        if (token == null || age(token).compareTo(Duration.ofHours(Configuration.number(CrmSettings.FORM_HOURS))) > 0) {
            return FormOutcome.of(Kind.STALE);
        }
        if (age(token).compareTo(least(content)) < 0) {
            return FormOutcome.of(Kind.TOO_FAST);
        }
        return anew(() -> desk.serve(() -> steps.take(form, sent, token.nonce())));
    }

    private Duration age(FormToken token) {
        return Duration.between(token.issuedAt(), time.now());
    }

    private static Duration least(WebFormContent form) {
        Integer own = form.leastSeconds();
        return Duration.ofSeconds(own == null ? Configuration.number(CrmSettings.FORM_LEAST_SECONDS) : own);
    }

    /** Begins anew as long as another one was faster. */
    static <T> T anew(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException failed) {
                if (attempt == ATTEMPTS || !overtaken(failed)) {
                    throw failed;
                }
            }
        }
    }

    private static boolean overtaken(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof PessimisticLockException
                    || cause instanceof LockTimeoutException
                    || cause instanceof SQLException sql && OVERTAKEN.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** The document that the key opens. */
    public Optional<Download> download(String code, String written) {
        Instant now = time.now();
        Optional<WebForm> form = book.find(code);
        Optional<String> nonce = DownloadKey.read(key.signature(), code, written, now);
        if (form.isEmpty() || nonce.isEmpty()) {
            return Optional.empty();
        }
        Optional<WebFormFile> file = book.file(form.get().id());
        return file.filter(held -> anew(() -> desk.serve(() -> steps.downloaded(form.get(), nonce.get(), held.name()))))
                .map(held -> new Download(held.name(), held.mediaType(), held.content()));
    }
}
