/** The search box's answers and the administrator's view of the index. */
@NullMarked
package org.quanhe.crm.search.ui;

import org.jspecify.annotations.NullMarked;
