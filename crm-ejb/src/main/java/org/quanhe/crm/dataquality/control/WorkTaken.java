package org.quanhe.crm.dataquality.control;

import jakarta.ejb.ApplicationException;

/** Another worker has taken the job over: whoever gets this writes nothing and stops. */
@ApplicationException(rollback = true)
public class WorkTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkTaken(long job) {
        super("import " + job + " is worked on by somebody else now");
    }
}
