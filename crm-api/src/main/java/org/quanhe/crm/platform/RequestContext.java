package org.quanhe.crm.platform;

/** The request id of the current thread's work; set at the edge, written to logs and audit. */
public final class RequestContext {
    private static final ThreadLocal<String> REQUEST = ThreadLocal.withInitial(() -> "");

    private RequestContext() {}

    public static String requestId() {
        return REQUEST.get();
    }

    /** Sets the id; an empty one ends the request. */
    public static void set(String id) {
        if (id.isEmpty()) {
            REQUEST.remove();
        } else {
            REQUEST.set(id);
        }
    }
}
