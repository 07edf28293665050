package org.quanhe.crm.activities;

import java.time.Instant;
import java.util.Optional;

/** The caller's calendar for other programs, as iCalendar at an address that only who has it can guess. */
public interface CalendarFeeds {
    /** Since when there is an address; nothing where there is none. */
    Optional<Instant> since();

    /** A new secret part of the address, told this once; the former one is worth nothing from now on. */
    String renew();

    /** There is no address any more. */
    void withdraw();

    /**
     * The calendar behind a secret, with the rights that its person has now.
     *
     * @return RFC 5545
     * @throws org.quanhe.crm.platform.CrmException NOT_FOUND where the secret is none, or its person is gone
     */
    String read(String secret);
}
