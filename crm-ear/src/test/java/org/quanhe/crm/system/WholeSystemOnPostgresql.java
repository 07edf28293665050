package org.quanhe.crm.system;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ExcludeClassNamePatterns;

@ExcludeClassNamePatterns(WholeSystem.EARLY_PAGES)
class WholeSystemOnPostgresql extends WholeSystem {
    @BeforeSuite
    static void database() {
        on("postgresql");
    }
}
