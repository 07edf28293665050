/** Web forms: the public side, and the pages of those who make them. */
@NullMarked
package org.quanhe.crm.capture.ui;

import org.jspecify.annotations.NullMarked;
