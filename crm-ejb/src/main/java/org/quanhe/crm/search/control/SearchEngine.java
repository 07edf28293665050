package org.quanhe.crm.search.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.search.spi.SearchBackend;
import org.quanhe.crm.search.spi.SearchBackendProvider;
import org.quanhe.crm.search.spi.SearchUnavailable;

/** The search engine in use: the one configured, else the only one there is. */
@ApplicationScoped
public class SearchEngine {
    @Inject
    private RecordTypes types;

    private volatile @Nullable SearchBackend backend;

    /** The open engine; throws {@link SearchUnavailable} if it cannot be opened now. The next call tries again. */
    public SearchBackend get() {
        SearchBackend open = backend;
        return open != null ? open : open();
    }

    private synchronized SearchBackend open() {
        SearchBackend open = backend;
        if (open == null) {
            try {
                open = provider().open(Configuration.home().resolve("index"));
                open.use(types.views());
            } catch (SearchUnavailable unavailable) {
                throw unavailable;
            } catch (RuntimeException broken) {
                throw new SearchUnavailable(broken);
            }
            backend = open;
        }
        return open;
    }

    private static SearchBackendProvider provider() {
        List<SearchBackendProvider> found = ServiceLoader.load(SearchBackendProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (found.isEmpty()) {
            found = ServiceLoader.load(SearchBackendProvider.class, SearchEngine.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        }
        List<String> ids = found.stream().map(SearchBackendProvider::id).toList();
        Optional<String> wanted = Configuration.find(CrmSettings.SEARCH_BACKEND);
        if (wanted.isEmpty() && found.size() == 1) {
            return found.get(0);
        }
        return found.stream()
                .filter(provider -> wanted.isPresent() && provider.id().equals(wanted.get()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(CrmSettings.SEARCH_BACKEND.key() + " must name one of "
                        + ids + ", found: " + wanted.orElse("nothing")));
    }

    @PreDestroy
    void close() {
        SearchBackend open = backend;
        if (open != null) {
            open.close();
        }
    }
}
