/** REST over records of every type, and its OpenAPI description. */
@NullMarked
package org.quanhe.crm.records.rest;

import org.jspecify.annotations.NullMarked;
