/** People, organisations and how they are related. */
@NullMarked
package org.quanhe.crm.customers.entity;

import org.jspecify.annotations.NullMarked;
