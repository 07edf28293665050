/** Keeps the index equal to the database. */
@NullMarked
package org.quanhe.crm.search.control;

import org.jspecify.annotations.NullMarked;
