/** Consent over REST. */
@NullMarked
package org.quanhe.crm.privacy.rest;

import org.jspecify.annotations.NullMarked;
