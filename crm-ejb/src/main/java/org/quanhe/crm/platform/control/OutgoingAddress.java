package org.quanhe.crm.platform.control;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.settings.CrmSettings;

/**
 * Where the application may call other systems: not this machine, nor what is only seen from it, unless the operator
 * says so.
 */
public final class OutgoingAddress {
    private static final int LONGEST = 1_000;

    private OutgoingAddress() {}

    /** What is wrong with the address as it is written; names are not looked up. */
    public static Optional<LocalizedMessage> wrong(String text) {
        URI address = read(text).orElse(null);
        if (address == null) {
            return Optional.of(LocalizedMessage.of("platform.outgoing.noAddress", text));
        }
        String host = address.getHost();
        boolean local = host.equalsIgnoreCase("localhost") || isLiteral(host) && !reachable(host);
        return local && !Configuration.yes(CrmSettings.WEBHOOK_LOCAL) ? Optional.of(refusal(host)) : Optional.empty();
    }

    /** The address if it is one of http or https without a name and password in it. */
    public static Optional<URI> read(String text) {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean good = (scheme.equals("http") || scheme.equals("https"))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && text.length() <= LONGEST;
            return good ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isLiteral(String host) {
        return host.startsWith("[") || host.matches("[0-9.]+");
    }

    private static boolean reachable(String host) {
        try {
            return !closed(InetAddress.getByName(host));
        } catch (UnknownHostException noAddress) {
            return true;
        }
    }

    /**
     * Looks the name up and says why it is refused, if it is. The lookup is kept by Java for a while, so that the call
     * behind it goes where this one looked.
     *
     * @throws UnknownHostException if there is no such name now
     */
    public static Optional<LocalizedMessage> refusal(URI address) throws UnknownHostException {
        if (!Configuration.yes(CrmSettings.WEBHOOK_LOCAL)) {
            for (InetAddress found : InetAddress.getAllByName(address.getHost())) {
                if (closed(found)) {
                    return Optional.of(refusal(address.getHost()));
                }
            }
        }
        return Optional.empty();
    }

    private static LocalizedMessage refusal(String host) {
        return LocalizedMessage.of("platform.outgoing.local", host, CrmSettings.WEBHOOK_LOCAL.key());
    }

    /** Loopback, link-local (where clouds keep their keys), no address at all, or many at once. */
    static boolean closed(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress();
    }
}
