package org.quanhe.crm.dataquality;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Import of files: upload, look, try, run in the background, undo. An import belongs to whom uploaded it and runs with
 * that person's rights; administrators see all.
 */
public interface Imports {
    /** Most megabytes of a file (CRM_IMPORT_MAX_MB). */
    int maxMegabytes();

    /**
     * Takes a file (CSV, TSV, XLSX; at most CRM_IMPORT_MAX_MB) and looks at its beginning.
     *
     * @param encoding overrides the encoding found; null to find it
     * @throws org.quanhe.crm.platform.CrmException INVALID for something that is no table, TOO_LARGE
     */
    ImportPreview upload(String type, String fileName, InputStream content, @Nullable String encoding);

    /** Looks again, with another encoding. */
    ImportPreview preview(long id, @Nullable String encoding);

    /** Reads all rows without writing and says which would be refused, and why. */
    DryRun dryRun(long id, Map<String, String> mapping);

    /**
     * Starts the import in the background.
     *
     * @param mapping field (or {@code field.type}, {@code ""} to leave out) by column header; empty for the proposal.
     *     An entry {@code =field} says a value for all rows that have none of their own
     */
    void start(long id, Map<String, String> mapping);

    ImportStatus status(long id);

    /** The caller's imports, newest first. */
    List<ImportStatus> recent(int limit);

    /**
     * Writes the refused rows as CSV (UTF-8 with BOM): original columns, row number, reason in the caller's language.
     */
    void writeRefused(long id, OutputStream to);

    /**
     * Removes what the import wrote; records changed by somebody since are kept and counted. Runs in the background.
     */
    void undo(long id);

    /** Gives up an upload that was not started. */
    void discard(long id);

    /**
     * The beginning of a file.
     *
     * @param id number of the import
     * @param encoding encoding used, IANA name, empty for XLSX
     * @param encodings others that can be chosen
     * @param headers column names
     * @param rows first rows
     * @param mapping proposed field by column header, empty text where none fits
     * @param totalRows rows in the file, estimated where the file is large
     */
    record ImportPreview(
            long id,
            String type,
            String fileName,
            String encoding,
            List<String> encodings,
            List<String> headers,
            List<List<String>> rows,
            Map<String, String> mapping,
            long totalRows) {}

    /**
     * What would happen.
     *
     * @param read rows read
     * @param good rows that would be written
     * @param refused first 100 rows that would not
     * @param refusedCount all that would not
     * @param warnings things that refuse no row: unknown owners, columns without a field
     */
    record DryRun(long read, long good, List<RowProblem> refused, long refusedCount, List<String> warnings) {}

    /**
     * A row and what is wrong with it.
     *
     * @param row number in the file, the header is row 1
     * @param reasons in the caller's language
     */
    record RowProblem(long row, List<String> reasons) {}

    /** State of an import. {@code written} counts rows of the file. */
    record ImportStatus(
            long id,
            String type,
            String fileName,
            State state,
            long total,
            long read,
            long written,
            long failed,
            long keptAtUndo,
            List<String> warnings,
            String message) {
        /** Percent done, 0 to 100. */
        public int percent() {
            return state == State.DONE || state == State.UNDONE
                    ? 100
                    : total <= 0 ? 0 : (int) Math.min(99, read * 100 / total);
        }
    }

    enum State {
        UPLOADED,
        RUNNING,
        DONE,
        FAILED,
        UNDOING,
        UNDONE
    }
}
