/** What the search box keeps for each user. */
@NullMarked
package org.quanhe.crm.search.entity;

import org.jspecify.annotations.NullMarked;
