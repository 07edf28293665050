/** The kernel: descriptors from annotated entities, reading, writing, filters. */
@NullMarked
package org.quanhe.crm.records.control;

import org.jspecify.annotations.NullMarked;
