/** Façades of import and export. */
@NullMarked
package org.quanhe.crm.dataquality.boundary;

import org.jspecify.annotations.NullMarked;
