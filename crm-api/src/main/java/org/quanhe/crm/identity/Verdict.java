package org.quanhe.crm.identity;

import java.util.List;
import org.quanhe.crm.platform.RecordRef;

/**
 * What somebody may do with a record, and why.
 *
 * @param user number of the user
 * @param name name of the user
 * @param active the user can sign in
 * @param record the record
 * @param title its title
 * @param deleted the record was deleted: nobody sees it
 * @param owned records of the type have an owner and a team; else a right narrower than all reaches none
 * @param owner the user owns the record
 * @param team the record belongs to a team of the user
 * @param roles how far each role of the user reaches in the type
 * @param sees the user can open the record
 * @param changes the user can change it
 * @param deletes the user can delete it
 * @param hidden names of fields that do not exist for the user
 * @param locked names of fields that the user reads but may not change, through rights
 */
public record Verdict(
        long user,
        String name,
        boolean active,
        RecordRef record,
        String title,
        boolean deleted,
        boolean owned,
        boolean owner,
        boolean team,
        List<RoleRight> roles,
        boolean sees,
        boolean changes,
        boolean deletes,
        List<String> hidden,
        List<String> locked) {}
