package org.quanhe.crm.records.ui;

/** One of several looks at a page, and where choosing it leads; a shared one is a team's. */
public record Tab(String label, String href, boolean current, boolean shared) {}
