/** The search of the whole system, and the life of its index. */
@NullMarked
package org.quanhe.crm.search;

import org.jspecify.annotations.NullMarked;
