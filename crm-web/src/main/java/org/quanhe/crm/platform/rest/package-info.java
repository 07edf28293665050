/** What every REST resource stands on: errors as problem+json, JSON bodies, language, request ids, headers. */
@NullMarked
package org.quanhe.crm.platform.rest;

import org.jspecify.annotations.NullMarked;
