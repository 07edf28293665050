/** The generic pages over metadata: list, record, form. */
@NullMarked
package org.quanhe.crm.records.ui;

import org.jspecify.annotations.NullMarked;
