package org.quanhe.crm.system;

import org.junit.platform.suite.api.ExcludeTags;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Every whole-system test but those that put servers of their own up. Each subclass runs in a JVM of its own, with the
 * server that belongs to it: while one of them waits for its browser, the other works.
 */
@Suite
@SelectPackages("org.quanhe.crm")
@IncludeClassNamePatterns(".*IT")
@ExcludeTags({"crash", "container", "servers"})
abstract class WholeSystem {
    /** Read by the harness when the first test asks for the server. */
    static void on(String database) {
        System.setProperty("crm.it.database", database);
    }
}
