package org.quanhe.crm.search.control;

import java.time.Instant;
import org.quanhe.crm.search.IndexReason;
import org.quanhe.crm.search.IndexWork;

/**
 * Work on the whole index that somebody or something asked for.
 *
 * @param kind what
 * @param reason why
 * @param by number of who asked, 0 where nobody did
 * @param byName name of who asked, empty where nobody did
 * @param since when it began
 */
public record IndexTask(IndexWork.Kind kind, IndexReason reason, long by, String byName, Instant since) {}
