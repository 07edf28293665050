/** The façades of web forms and visits, and what looks after their tables. */
@NullMarked
package org.quanhe.crm.capture.boundary;

import org.jspecify.annotations.NullMarked;
