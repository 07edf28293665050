package org.quanhe.crm.messages.control;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;

/**
 * One telephone number that texts can go to.
 *
 * @param number international, {@code +84903123456} (E.164)
 * @param national as it is called within its country, digits alone: {@code 0903123456}, {@code 13800138000}
 */
public record PhoneAddress(String number, String national) {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /**
     * Reads a number as people write it; one without its country is of the country that the installation says.
     *
     * @throws CrmException INVALID, saying what was found and what is wanted
     */
    public static PhoneAddress of(String text) {
        try {
            PhoneNumber number = NUMBERS.parse(text, Configuration.text(CrmSettings.PHONE_REGION));
            if (NUMBERS.isValidNumber(number)) {
                return new PhoneAddress(
                        NUMBERS.format(number, PhoneNumberFormat.E164),
                        NUMBERS.format(number, PhoneNumberFormat.NATIONAL).replaceAll("[^0-9]", ""));
            }
        } catch (NumberParseException noNumber) {
            // refused below
        }
        throw CrmException.invalid("messages.error.number", MailAddress.shown(text));
    }

    /** The international number without its plus sign. */
    public String digits() {
        return number.substring(1);
    }
}
