/** Consent, for capabilities that ask people for it or must have it before they write to them. */
@NullMarked
package org.quanhe.crm.privacy.spi;

import org.jspecify.annotations.NullMarked;
