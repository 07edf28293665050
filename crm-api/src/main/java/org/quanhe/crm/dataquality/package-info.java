/** Import and export of real files. */
@NullMarked
package org.quanhe.crm.dataquality;

import org.jspecify.annotations.NullMarked;
