/** Understands what columns and cells of a foreign table mean: headers to fields, texts to values. */
@NullMarked
package org.quanhe.crm.dataquality.control.columns;

import org.jspecify.annotations.NullMarked;
