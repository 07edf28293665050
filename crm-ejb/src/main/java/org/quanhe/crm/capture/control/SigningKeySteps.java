package org.quanhe.crm.capture.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.quanhe.crm.capture.entity.CaptureSecret;

/** Reads the installation's key, and makes it the first time; whatever becomes of the caller's transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SigningKeySteps {
    private static final int BYTES = 32;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    /** The key as hexadecimal digits. */
    public String secret() {
        CaptureSecret known = entities.find(CaptureSecret.class, CaptureSecret.ONLY);
        if (known == null) {
            byte[] bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            known = new CaptureSecret(HexFormat.of().formatHex(bytes));
            entities.persist(known);
        }
        return known.secret();
    }
}
