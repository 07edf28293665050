/** Opportunities on their way to being won or lost. */
@NullMarked
package org.quanhe.crm.pipeline.entity;

import org.jspecify.annotations.NullMarked;
