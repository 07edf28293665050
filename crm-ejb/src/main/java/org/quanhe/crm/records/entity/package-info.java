/** What an entity is made of to be a record type: RecordEntity, RecordType, Field. */
@NullMarked
package org.quanhe.crm.records.entity;

import org.jspecify.annotations.NullMarked;
