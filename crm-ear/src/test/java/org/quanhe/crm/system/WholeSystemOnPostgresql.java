package org.quanhe.crm.system;

import org.junit.platform.suite.api.BeforeSuite;

class WholeSystemOnPostgresql extends WholeSystem {
    @BeforeSuite
    static void database() {
        on("postgresql");
    }
}
