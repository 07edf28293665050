/** How scores are worked out, kept and explained. */
@NullMarked
package org.quanhe.crm.scoring.control;

import org.jspecify.annotations.NullMarked;
