package org.quanhe.crm.system;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The tests that put servers of their own up, one after the other: to kill them, to find them empty, or to work inside
 * them.
 */
@Suite
@SelectPackages("org.quanhe.crm")
@IncludeClassNamePatterns(".*IT")
@IncludeTags({"crash", "container"})
class WholeSystemOnOwnServers {}
