/** Pages of consent: a person's own, and those of colleagues. */
@NullMarked
package org.quanhe.crm.privacy.ui;

import org.jspecify.annotations.NullMarked;
