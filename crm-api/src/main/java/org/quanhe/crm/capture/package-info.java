/** What visitors bring in by themselves: web forms, visits, documents to download. */
@NullMarked
package org.quanhe.crm.capture;

import org.jspecify.annotations.NullMarked;
