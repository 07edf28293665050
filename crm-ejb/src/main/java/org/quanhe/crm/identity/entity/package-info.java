/** Users, teams, rights of roles, tokens. */
@NullMarked
package org.quanhe.crm.identity.entity;

import org.jspecify.annotations.NullMarked;
