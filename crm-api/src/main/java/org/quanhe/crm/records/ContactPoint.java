package org.quanhe.crm.records;

import java.io.Serializable;

/**
 * A phone number, mail address, link or social account.
 *
 * @param type what it is used for: {@code work}, {@code home}, {@code mobile}, {@code zalo}, {@code wechat} …
 * @param value as the person wrote it
 * @param primary true for exactly one entry of a list that is not empty
 */
public record ContactPoint(String type, String value, boolean primary) implements Serializable {}
