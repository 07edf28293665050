/** What a new kind of criterion of scores is made of. */
@NullMarked
package org.quanhe.crm.scoring.spi;

import org.jspecify.annotations.NullMarked;
