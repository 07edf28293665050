/** Reads tables row by row, whatever their format: a new format is a new {@code TableFormat}. */
@NullMarked
package org.quanhe.crm.dataquality.control.table;

import org.jspecify.annotations.NullMarked;
