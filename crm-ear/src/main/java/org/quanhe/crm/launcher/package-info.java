/**
 * {@code crm.jar}: one runnable file that holds the server and the application.
 *
 * <p>{@link org.quanhe.crm.launcher.Launcher} unpacks both once per build and starts
 * {@link org.quanhe.crm.launcher.ServerMain} in a child JVM with the flags that were measured to serve this application
 * best.
 */
package org.quanhe.crm.launcher;
