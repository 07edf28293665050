package org.quanhe.crm.records.ui;

import java.io.Serializable;

/** A record that a reference can point to. */
public record RefChoice(long id, String title) implements Serializable {}
