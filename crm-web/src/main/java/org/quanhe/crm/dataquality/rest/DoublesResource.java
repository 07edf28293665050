package org.quanhe.crm.dataquality.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quanhe.crm.dataquality.Doubles;
import org.quanhe.crm.dataquality.Doubles.Known;
import org.quanhe.crm.platform.rest.RequestLanguage;

/** Who may be in the CRM already: {@code /doubles?name=…&company=…&phone=…&mail=…}. */
@Path("/doubles")
public class DoublesResource {
    @Inject
    private Doubles doubles;

    @Inject
    private RequestLanguage language;

    /** Customers and leads that may be the same, with what tells so. */
    @GET
    public Response like(
            @QueryParam("name") @DefaultValue("") String name,
            @QueryParam("company") @DefaultValue("") String company,
            @QueryParam("phone") List<String> phones,
            @QueryParam("mail") List<String> mails) {
        return MatchesJson.of(doubles.like(new Known(name, company, phones, mails, null)), language.language());
    }
}
