/** What every capability stands on: references, errors, languages, time, texts. Uses nobody. */
@NullMarked
package org.quanhe.crm.platform;

import org.jspecify.annotations.NullMarked;
