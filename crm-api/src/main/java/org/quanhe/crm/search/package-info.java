/** Finding records: the question, the answer, and the seam a search engine implements. */
@NullMarked
package org.quanhe.crm.search;

import org.jspecify.annotations.NullMarked;
