/** Rules of pipelines. */
package org.quanhe.crm.pipeline.control;
