package org.quanhe.crm.search.lucene;

import java.nio.file.Path;
import org.quanhe.crm.search.spi.SearchBackend;
import org.quanhe.crm.search.spi.SearchBackendContract;

class LuceneBackendContractTest extends SearchBackendContract {
    @Override
    protected SearchBackend open(Path folder) {
        return new LuceneBackendProvider().open(folder);
    }
}
