/** The board, the pictures of pipelines, and the pages on which administrators set them. */
@NullMarked
package org.quanhe.crm.pipeline.ui;

import org.jspecify.annotations.NullMarked;
