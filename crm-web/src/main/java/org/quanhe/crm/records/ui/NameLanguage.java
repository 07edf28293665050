package org.quanhe.crm.records.ui;

import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Language;

/**
 * Which language a name is written in, where that is not the page's: browsers choose the shapes of characters by it.
 */
public final class NameLanguage {
    private NameLanguage() {}

    /** The language tag for the name, null where the page's own fits. */
    public static @Nullable String of(String name, Language page) {
        boolean chinese = name.codePoints().anyMatch(Character::isIdeographic);
        boolean chinesePage = page == Language.ZH_CN || page == Language.ZH_TW;
        return chinese && !chinesePage ? Language.ZH_CN.tag() : null;
    }
}
