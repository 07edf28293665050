/** All whole-system tests as one run on each database, for a build that makes both at once. */
@org.jspecify.annotations.NullMarked
package org.quanhe.crm.system;
