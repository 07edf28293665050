/** What was changed, as pages show it. */
@NullMarked
package org.quanhe.crm.audit.ui;

import org.jspecify.annotations.NullMarked;
