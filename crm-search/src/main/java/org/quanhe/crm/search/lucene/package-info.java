/** The search seam on Lucene. */
@NullMarked
package org.quanhe.crm.search.lucene;

import org.jspecify.annotations.NullMarked;
