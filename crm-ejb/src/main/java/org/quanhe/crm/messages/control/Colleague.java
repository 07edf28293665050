package org.quanhe.crm.messages.control;

import java.time.ZoneId;
import org.quanhe.crm.platform.Language;

/**
 * A colleague who can be told something.
 *
 * @param id number of the user
 * @param username sign-in name
 * @param name as colleagues see it
 * @param email mail address, empty without one
 * @param language the one they read
 * @param zone where they live
 */
public record Colleague(long id, String username, String name, String email, Language language, ZoneId zone) {}
