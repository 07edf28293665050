/** {@code kill -9} of a server in the middle of everything it does. */
@org.jspecify.annotations.NullMarked
package org.quanhe.crm.crash;
