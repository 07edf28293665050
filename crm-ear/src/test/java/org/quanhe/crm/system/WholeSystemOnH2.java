package org.quanhe.crm.system;

import org.junit.platform.suite.api.BeforeSuite;

class WholeSystemOnH2 extends WholeSystem {
    @BeforeSuite
    static void database() {
        on("h2");
    }
}
