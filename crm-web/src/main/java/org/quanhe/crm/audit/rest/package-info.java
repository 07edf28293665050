/** What was changed, over REST. */
@NullMarked
package org.quanhe.crm.audit.rest;

import org.jspecify.annotations.NullMarked;
