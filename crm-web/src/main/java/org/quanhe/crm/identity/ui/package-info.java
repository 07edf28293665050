/** Sign-in, password, preferences, rights. */
@NullMarked
package org.quanhe.crm.identity.ui;

import org.jspecify.annotations.NullMarked;
