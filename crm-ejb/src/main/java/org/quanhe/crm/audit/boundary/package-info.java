/** Reading the audit. */
@NullMarked
package org.quanhe.crm.audit.boundary;

import org.jspecify.annotations.NullMarked;
