/** Signing in over HTTP: the one authentication mechanism, and tokens. */
@NullMarked
package org.quanhe.crm.identity.rest;

import org.jspecify.annotations.NullMarked;
