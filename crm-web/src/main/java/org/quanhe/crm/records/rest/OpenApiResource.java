package org.quanhe.crm.records.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.records.Metadata;

/** Describes the interface to programs. */
@Path("/openapi.json")
@RequestScoped
public class OpenApiResource {
    @Inject
    private Metadata metadata;

    @Inject
    private RequestLanguage request;

    @Context
    private HttpServletRequest servlet;

    @GET
    @Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
    public String describe() {
        return OpenApiDocument.of(metadata.allTypes(), request.language(), servlet.getContextPath())
                .toString();
    }
}
