/** Who agreed to what, and what may be sent. */
@NullMarked
package org.quanhe.crm.privacy.control;

import org.jspecify.annotations.NullMarked;
