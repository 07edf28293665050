/** The lifecycle over REST. */
@NullMarked
package org.quanhe.crm.lifecycle.rest;

import org.jspecify.annotations.NullMarked;
