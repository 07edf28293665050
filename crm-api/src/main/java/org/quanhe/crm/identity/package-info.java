/** People who sign in, their teams and roles, and what they may see and do. */
@NullMarked
package org.quanhe.crm.identity;

import org.jspecify.annotations.NullMarked;
