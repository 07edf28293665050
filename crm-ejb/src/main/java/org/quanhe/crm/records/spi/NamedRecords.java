package org.quanhe.crm.records.spi;

import java.util.Optional;

/** How files name records of a type whose title is not what tells them apart. A new one is a new CDI bean. */
public interface NamedRecords {
    String type();

    Optional<String> name(long id);

    Optional<Long> find(String name);
}
