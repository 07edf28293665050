package org.quanhe.crm.system;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Every whole-system test but those that put servers of their own up. Each subclass runs in a JVM of its own, with the
 * server that belongs to it: while one of them waits for its browser, the other works. The order is the same on every
 * machine, so that a failure that an earlier test caused can be seen again.
 *
 * <p>What a rule does is tested on both databases; a page over it is the same on each, and costs a browser: the first
 * half of the alphabet is looked at on H2, the second on PostgreSQL.
 */
@Suite
@SelectPackages("org.quanhe.crm")
@IncludeClassNamePatterns(".*IT")
@ExcludeTags({"crash", "container", "servers"})
@ConfigurationParameter(key = ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME, value = WholeSystem.BY_NAME)
abstract class WholeSystem {
    static final String BY_NAME = "org.junit.jupiter.api.ClassOrderer$ClassName";

    /** Pages that are looked at on PostgreSQL alone, and on H2 alone. */
    static final String LATE_PAGES = ".*\\.[L-Z][A-Za-z0-9]*PageIT";

    static final String EARLY_PAGES = ".*\\.[A-K][A-Za-z0-9]*PageIT";

    /** Read by the harness when the first test asks for the server. */
    static void on(String database) {
        System.setProperty("crm.it.database", database);
    }
}
