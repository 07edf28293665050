/** REST of the search box. */
@NullMarked
package org.quanhe.crm.search.rest;

import org.jspecify.annotations.NullMarked;
