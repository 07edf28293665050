package org.quanhe.crm.records.metadata;

/**
 * A record that a file names and that is not here, or not the only one of its name. Where nothing is chosen instead,
 * the thing that names it arrives switched off or as a draft.
 *
 * @param place where the file names it, {@code automations[0].actions[1].team}
 * @param type its record type
 * @param name its name: of a user the sign-in name, of a process its key
 */
public record Missing(String place, String type, String name) {}
