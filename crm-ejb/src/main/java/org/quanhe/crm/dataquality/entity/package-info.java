/** Imports and what they wrote. */
@NullMarked
package org.quanhe.crm.dataquality.entity;

import org.jspecify.annotations.NullMarked;
