/** Façades of identity: sign-in, tokens, rights. */
@NullMarked
package org.quanhe.crm.identity.boundary;

import org.jspecify.annotations.NullMarked;
