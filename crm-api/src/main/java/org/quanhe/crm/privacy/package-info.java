/** What people agreed to: consent by purpose, with its evidence, and the way back. */
@NullMarked
package org.quanhe.crm.privacy;

import org.jspecify.annotations.NullMarked;
