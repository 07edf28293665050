package org.quanhe.crm.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST interface; its resources are found by the server. */
@ApplicationPath(ApiApplication.PATH)
public class ApiApplication extends Application {
    /** Behind the context path. */
    public static final String PATH = "/api/v1";
}
