/** The façade of consent. */
@NullMarked
package org.quanhe.crm.privacy.boundary;

import org.jspecify.annotations.NullMarked;
