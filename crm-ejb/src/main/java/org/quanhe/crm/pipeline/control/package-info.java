/** Rules of pipelines: their documents, moves between stages, and what is counted of them. */
@NullMarked
package org.quanhe.crm.pipeline.control;

import org.jspecify.annotations.NullMarked;
