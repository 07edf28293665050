/** Lines of the audit. */
@NullMarked
package org.quanhe.crm.audit.entity;

import org.jspecify.annotations.NullMarked;
