package org.quanhe.crm.shell.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of pages, relative to the application's root, where every page lies. */
public final class Links {
    private Links() {}

    public static String record(String type, long id) {
        return "record.xhtml?type=" + encode(type) + "&id=" + id;
    }

    public static String list(String type) {
        return "list.xhtml?type=" + encode(type);
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** True for the address of one of our pages, with or without parameters. */
    public static boolean isPage(String address) {
        return address.matches("[a-z]+\\.xhtml(\\?[^\\r\\n#]*)?");
    }

    /** The address if it is a page to come back to, else the home page: nobody is sent elsewhere. */
    public static String own(String address) {
        return isPage(address) && !address.startsWith("signin.") ? address : "home.xhtml";
    }
}
