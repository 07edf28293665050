/** Finds out how the bytes of a text file are to be read. */
@NullMarked
package org.quanhe.crm.dataquality.control.encoding;

import org.jspecify.annotations.NullMarked;
