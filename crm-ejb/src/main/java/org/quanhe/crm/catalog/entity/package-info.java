/** Products. */
@NullMarked
package org.quanhe.crm.catalog.entity;

import org.jspecify.annotations.NullMarked;
