/** Which attributes of leads went with won deals. */
@NullMarked
package org.quanhe.crm.scoring.control.suggest;

import org.jspecify.annotations.NullMarked;
