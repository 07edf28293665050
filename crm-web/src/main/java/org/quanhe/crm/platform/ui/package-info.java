/** What pages need of the expression language. */
@NullMarked
package org.quanhe.crm.platform.ui;

import org.jspecify.annotations.NullMarked;
