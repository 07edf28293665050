package org.quanhe.crm.lifecycle;

import java.util.List;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * A lifecycle to begin with.
 *
 * @param code {@code reach-to-loyalty}, {@code acquire-retain-extend}, {@code select-acquire-retain-extend}
 * @param stages in their order
 */
public record LifecycleTemplate(String code, List<Stage> stages) {
    public LocalizedMessage title() {
        return LocalizedMessage.of("lifecycle.template." + code);
    }
}
