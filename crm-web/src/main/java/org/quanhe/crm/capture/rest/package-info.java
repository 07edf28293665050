/** Web forms by REST. */
@NullMarked
package org.quanhe.crm.capture.rest;

import org.jspecify.annotations.NullMarked;
