/** How likely opportunities are to be won: facts, attributes, the model and how it is judged. */
@NullMarked
package org.quanhe.crm.pipeline.control.chance;

import org.jspecify.annotations.NullMarked;
