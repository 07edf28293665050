/** Pipelines and what is done with opportunities, over REST. */
@NullMarked
package org.quanhe.crm.pipeline.rest;

import org.jspecify.annotations.NullMarked;
