package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The installation's key, the same on every server: it is made once and read once. */
@ApplicationScoped
public class SigningKey {
    @Inject
    private SigningKeySteps steps;

    private volatile @Nullable Signature signature;

    Signature signature() {
        Signature known = signature;
        if (known == null) {
            known = new Signature(HexFormat.of().parseHex(secret()));
            signature = known;
        }
        return known;
    }

    private String secret() {
        try {
            return steps.secret();
        } catch (RuntimeException anotherServerWasFaster) {
            return steps.secret();
        }
    }
}
