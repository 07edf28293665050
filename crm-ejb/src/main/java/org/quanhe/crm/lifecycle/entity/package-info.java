/** The lifecycle as rows. */
@NullMarked
package org.quanhe.crm.lifecycle.entity;

import org.jspecify.annotations.NullMarked;
