package org.quanhe.crm.capture.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.quanhe.crm.capture.FormDesk;
import org.quanhe.crm.capture.FormOutcome;
import org.quanhe.crm.capture.SentForm;
import org.quanhe.crm.capture.ShownForm;
import org.quanhe.crm.capture.VisitOrigin;
import org.quanhe.crm.capture.control.FormIntake;
import org.quanhe.crm.capture.control.FormSight;
import org.quanhe.crm.capture.control.PostLimits;
import org.quanhe.crm.capture.control.WebFormBook;
import org.quanhe.crm.platform.Language;

/** The façade of what visitors send; the transaction is that of one form alone. */
@Stateless
@Local(FormDesk.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FormDeskService implements FormDesk {
    @Inject
    private WebFormBook book;

    @Inject
    private FormSight sight;

    @Inject
    private FormIntake intake;

    @Inject
    private PostLimits limits;

    @Override
    public Optional<ShownForm> show(String code, Language wanted) {
        return book.find(code).map(form -> sight.of(form, wanted));
    }

    @Override
    public String token(String code, VisitOrigin origin) {
        return intake.token(code, origin);
    }

    @Override
    public int secondsToWait(String what, String address, String forwarded) {
        return limits.secondsToWait(what, PostLimits.visitor(address, forwarded));
    }

    @Override
    public FormOutcome take(SentForm sent) {
        return intake.take(sent);
    }

    @Override
    public Optional<Download> download(String code, String key) {
        return intake.download(code, key);
    }
}
