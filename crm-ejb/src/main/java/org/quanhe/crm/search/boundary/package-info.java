/** The search box's façade: puts the reader's rights into the query. */
@NullMarked
package org.quanhe.crm.search.boundary;

import org.jspecify.annotations.NullMarked;
