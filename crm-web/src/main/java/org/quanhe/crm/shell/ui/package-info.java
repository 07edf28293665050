/** The frame of all pages: who looks at them, in which language, menu, toasts, errors. */
@NullMarked
package org.quanhe.crm.shell.ui;

import org.jspecify.annotations.NullMarked;
