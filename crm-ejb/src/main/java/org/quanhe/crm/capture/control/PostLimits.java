package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;

/**
 * How often somebody may send something without being known. Each server counts for itself, a minute from the first one
 * on; of more addresses than it can keep, those that were seen longest ago are forgotten.
 */
@ApplicationScoped
public class PostLimits {
    /** What page views are counted under. */
    public static final String VISITS = "visits";

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 20_000;

    private final TimeSource time;

    private final Map<String, Counted> counted = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Counted> eldest) {
            return size() > MOST_KEPT;
        }
    };

    protected PostLimits() {
        // for the proxy of CDI, which asks its own instance
        this(() -> Instant.EPOCH);
    }

    @Inject
    public PostLimits(TimeSource time) {
        this.time = time;
    }

    /** So many since then. */
    private record Counted(Instant since, int count) {}

    /** Seconds to wait, 0 for none; then it is counted. What is refused is not: it takes nothing from others. */
    public synchronized int secondsToWait(String what, String address) {
        boolean visits = what.equals(VISITS);
        int mine = Configuration.number(visits ? CrmSettings.VISITS_PER_ADDRESS : CrmSettings.FORM_PER_ADDRESS);
        String own = what + " " + network(address);
        int wait = wait(own, mine);
        String all = what + " *";
        if (wait == 0 && !visits) {
            wait = wait(all, Configuration.number(CrmSettings.FORM_PER_FORM));
        }
        if (wait == 0) {
            count(own);
            count(all);
        }
        return wait;
    }

    private int wait(String key, int most) {
        Counted known = counted.get(key);
        Instant now = time.now();
        if (known == null || !known.since().plus(WINDOW).isAfter(now) || known.count() < most) {
            return 0;
        }
        return (int)
                Math.max(1, Duration.between(now, known.since().plus(WINDOW)).toSeconds() + 1);
    }

    private void count(String key) {
        Counted known = counted.get(key);
        Instant now = time.now();
        boolean over = known == null || !known.since().plus(WINDOW).isAfter(now);
        counted.put(key, over ? new Counted(now, 1) : new Counted(known.since(), known.count() + 1));
    }

    /** The visitor's own address: as many places from the end of what proxies say as there are proxies of ours. */
    public static String visitor(String address, String forwarded) {
        int hops = Configuration.number(CrmSettings.PROXY_HOPS);
        String[] told = forwarded.isBlank() ? new String[0] : forwarded.split(",");
        return hops <= 0 || told.length == 0 ? address : told[Math.max(0, told.length - hops)].strip();
    }

    /** A household has 2^64 addresses of IPv6: it counts as one. */
    static String network(String address) {
        String[] groups = address.split(":", -1);
        return groups.length < 4 || address.contains(".")
                ? address
                : String.join(":", java.util.Arrays.copyOf(groups, 4));
    }
}
