/** The façades of the pipeline. */
@NullMarked
package org.quanhe.crm.pipeline.boundary;

import org.jspecify.annotations.NullMarked;
