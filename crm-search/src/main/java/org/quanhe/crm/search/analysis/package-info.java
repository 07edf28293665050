/** Words, scripts, readings, numbers: how texts become terms. Free of the engine. */
@NullMarked
package org.quanhe.crm.search.analysis;

import org.jspecify.annotations.NullMarked;
