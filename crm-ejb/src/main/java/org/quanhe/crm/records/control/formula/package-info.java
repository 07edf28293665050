/** Formulas in CEL: their numbers, dates and functions, how they are checked and evaluated. Knows no record. */
@NullMarked
package org.quanhe.crm.records.control.formula;

import org.jspecify.annotations.NullMarked;
