package org.quanhe.crm.messages.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.quanhe.crm.messages.MessageKind;

/** The carriers that are there. */
@ApplicationScoped
public class Carriers {
    @Inject
    @Any
    private Instance<Carrier> found;

    public List<Carrier> all() {
        return found.stream().toList();
    }

    /** The one for messages of that kind. */
    public Carrier of(MessageKind kind) {
        return found.stream()
                .filter(carrier -> carrier.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing carries " + kind));
    }
}
