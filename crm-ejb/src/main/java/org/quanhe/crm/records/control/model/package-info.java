/** Metadata as administrators shape it: the published model, changes of it, their difference in words. */
@NullMarked
package org.quanhe.crm.records.control.model;

import org.jspecify.annotations.NullMarked;
