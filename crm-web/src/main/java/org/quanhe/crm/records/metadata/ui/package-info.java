/** Pages on which administrators shape record types and fields. */
@NullMarked
package org.quanhe.crm.records.metadata.ui;

import org.jspecify.annotations.NullMarked;
