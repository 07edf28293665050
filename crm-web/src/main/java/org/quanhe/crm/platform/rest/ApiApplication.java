package org.quanhe.crm.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST interface; its resources are found by the server. */
@ApplicationPath(ApiApplication.PATH)
public class ApiApplication extends Application {
    /** Behind the context path. */
    public static final String PATH = "/api/v1";

    /** No second description beside /openapi.json: the library's own would be answered to OPTIONS, and names it. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
