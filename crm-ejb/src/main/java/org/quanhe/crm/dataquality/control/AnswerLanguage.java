package org.quanhe.crm.dataquality.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quanhe.crm.dataquality.Imports.ImportStatus;
import org.quanhe.crm.dataquality.entity.ImportJob;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.RequestContext;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.spi.Access;

/** Tells jobs in the language of whoever asks: what the request wants, else what the caller chose, else the default. */
@ApplicationScoped
public class AnswerLanguage {
    @Inject
    private Access access;

    public Language current() {
        return RequestContext.language().orElseGet(() -> {
            Language chosen = access.caller().language();
            return chosen == null ? Language.ofTag(Configuration.text(CrmSettings.LANGUAGE)) : chosen;
        });
    }

    public ImportStatus tell(ImportJob job) {
        Language language = current();
        List<String> warnings = StoredMessages.readWarnings(job.warnings())
                .messages()
                .map(message -> message.in(language))
                .toList();
        String message = StoredMessages.read(job.message()).stream()
                .map(text -> text.in(language))
                .findFirst()
                .orElse("");
        return new ImportStatus(
                job.id(),
                job.recordType(),
                job.fileName(),
                job.state(),
                job.totalRows(),
                job.rowsRead(),
                job.rowsWritten(),
                job.rowsFailed(),
                job.keptAtUndo(),
                warnings,
                message);
    }
}
