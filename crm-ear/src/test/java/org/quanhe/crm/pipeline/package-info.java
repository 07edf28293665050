/** Whole-system tests of pipelines and opportunities. */
package org.quanhe.crm.pipeline;
