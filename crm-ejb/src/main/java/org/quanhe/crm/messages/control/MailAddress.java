package org.quanhe.crm.messages.control;

import java.net.IDN;
import java.util.regex.Pattern;
import org.quanhe.crm.platform.CrmException;

/**
 * One mail address, as mail servers take it: no names, lists, comments or line breaks, so that nothing else can reach
 * the head of a mail by it.
 *
 * @param value ASCII; a domain of other letters is written in their ASCII form
 */
public record MailAddress(String value) {
    private static final int LONGEST = 254;
    private static final int LONGEST_SHOWN = 80;
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("(?!-)[A-Za-z0-9-]{1,63}(?<!-)(\\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*");

    /**
     * Reads an address as people write it.
     *
     * @throws CrmException INVALID, saying what was found and what is wanted
     */
    public static MailAddress of(String text) {
        String plain = text.strip();
        int at = plain.lastIndexOf('@');
        String name = at < 0 ? "" : plain.substring(0, at);
        if (at > 0 && name.length() <= 64 && plain.length() <= LONGEST) {
            if (name.chars().anyMatch(c -> c > 126) && name.codePoints().allMatch(Character::isLetterOrDigit)) {
                throw CrmException.invalid("messages.error.addressLetters", shown(plain));
            }
            String domain = ascii(plain.substring(at + 1));
            if (NAME.matcher(name).matches() && DOMAIN.matcher(domain).matches()) {
                return new MailAddress(name + "@" + domain);
            }
        }
        throw CrmException.invalid("messages.error.address", shown(plain));
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException noDomain) {
            return "";
        }
    }

    /** What was found, on one line and not without end. */
    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", "␤").strip();
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }
}
