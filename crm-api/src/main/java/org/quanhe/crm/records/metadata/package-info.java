/** Metadata as administrators shape it: drafts, their difference in words, publishing, going back. */
@NullMarked
package org.quanhe.crm.records.metadata;

import org.jspecify.annotations.NullMarked;
