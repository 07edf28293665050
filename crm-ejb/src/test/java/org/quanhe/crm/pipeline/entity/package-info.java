/** Rules that opportunities keep themselves. */
package org.quanhe.crm.pipeline.entity;
