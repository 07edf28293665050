/** Who is calling, and what may they see; the one place that decides. */
@NullMarked
package org.quanhe.crm.identity.control;

import org.jspecify.annotations.NullMarked;
