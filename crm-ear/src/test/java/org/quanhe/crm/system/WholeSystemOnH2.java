package org.quanhe.crm.system;

import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ExcludeClassNamePatterns;

@ExcludeClassNamePatterns(WholeSystem.LATE_PAGES)
class WholeSystemOnH2 extends WholeSystem {
    @BeforeSuite
    static void database() {
        on("h2");
    }
}
