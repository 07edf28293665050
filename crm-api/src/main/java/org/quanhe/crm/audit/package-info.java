/** Who changed what, when and why. */
@NullMarked
package org.quanhe.crm.audit;

import org.jspecify.annotations.NullMarked;
