package org.quanhe.crm.search.spi;

import java.nio.file.Path;

/** Makes a search engine; found by {@link java.util.ServiceLoader}. */
public interface SearchBackendProvider {
    /** The name under which the setting CRM_SEARCH_BACKEND chooses it, {@code lucene}. */
    String id();

    /** Opens or creates the index in that folder. A damaged one is moved away and an empty one begun. */
    SearchBackend open(Path folder);
}
