/** Imports and exports over REST. */
@NullMarked
package org.quanhe.crm.dataquality.rest;

import org.jspecify.annotations.NullMarked;
