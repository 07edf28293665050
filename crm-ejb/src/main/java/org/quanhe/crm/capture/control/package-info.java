/** The rules of web forms and visits. */
@NullMarked
package org.quanhe.crm.capture.control;

import org.jspecify.annotations.NullMarked;
