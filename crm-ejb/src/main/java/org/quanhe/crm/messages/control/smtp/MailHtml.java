package org.quanhe.crm.messages.control.smtp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanhe.crm.messages.MailView;

/** The text of a mail as HTML: paragraphs, line breaks and links are made of it, all else stands as it was written. */
final class MailHtml {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)]");

    private MailHtml() {}

    static String of(MailView mail) {
        StringBuilder html = new StringBuilder(mail.body().length() + 300)
                .append("<!DOCTYPE html>\n<html lang=\"")
                .append(mail.language().tag())
                .append("\"><head><meta charset=\"UTF-8\"><title>")
                .append(escaped(mail.subject()))
                .append("</title></head>\n<body style=\"font:15px/1.6 sans-serif\">\n");
        for (String paragraph : mail.body().strip().split("\\n\\s*\\n")) {
            html.append("<p>").append(linked(paragraph).replace("\n", "<br>\n")).append("</p>\n");
        }
        return html.append("</body></html>\n").toString();
    }

    private static String linked(String text) {
        StringBuilder html = new StringBuilder();
        Matcher link = LINK.matcher(text);
        int from = 0;
        while (link.find()) {
            String address = escaped(link.group());
            html.append(escaped(text.substring(from, link.start())));
            html.append("<a href=\"")
                    .append(address)
                    .append("\">")
                    .append(address)
                    .append("</a>");
            from = link.end();
        }
        return html.append(escaped(text.substring(from))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
