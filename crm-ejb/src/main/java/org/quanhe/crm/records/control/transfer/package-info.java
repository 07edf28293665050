/** Metadata as files: how they are written and read, how one is laid over what is there, the starter sets. */
@NullMarked
package org.quanhe.crm.records.control.transfer;

import org.jspecify.annotations.NullMarked;
