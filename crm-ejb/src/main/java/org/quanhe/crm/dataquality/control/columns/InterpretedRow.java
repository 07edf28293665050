package org.quanhe.crm.dataquality.control.columns;

import java.util.List;
import java.util.Map;
import org.quanhe.crm.dataquality.control.table.TableRow;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * A row as values of a record.
 *
 * @param source the row of the file
 * @param values by field name: texts, lists and maps that the kernel turns into values
 * @param problems why it cannot be written; empty for a good row
 */
public record InterpretedRow(TableRow source, Map<String, Object> values, List<LocalizedMessage> problems) {}
