/** The field types that come with the kernel, one class each. */
@NullMarked
package org.quanhe.crm.records.control.types;

import org.jspecify.annotations.NullMarked;
