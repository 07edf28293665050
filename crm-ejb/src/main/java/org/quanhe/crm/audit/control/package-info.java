/** Writing the audit. */
@NullMarked
package org.quanhe.crm.audit.control;

import org.jspecify.annotations.NullMarked;
