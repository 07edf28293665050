/** What is kept of consent. */
@NullMarked
package org.quanhe.crm.privacy.entity;

import org.jspecify.annotations.NullMarked;
