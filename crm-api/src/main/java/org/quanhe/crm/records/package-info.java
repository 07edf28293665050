/** The metadata kernel's contract: record types and fields, filters, generic reading and writing. */
@NullMarked
package org.quanhe.crm.records;

import org.jspecify.annotations.NullMarked;
