/** The seam between the application and a search engine. crm-search implements it on Lucene. */
@NullMarked
package org.quanhe.crm.search.spi;

import org.jspecify.annotations.NullMarked;
