/** Tables of the platform. */
@NullMarked
package org.quanhe.crm.platform.entity;

import org.jspecify.annotations.NullMarked;
