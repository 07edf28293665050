package org.quanhe.crm.pipeline.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.quanhe.crm.pipeline.WinChance;
import org.quanhe.crm.pipeline.WinChances;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.RequestLanguage;

/** {@code /opportunities/{id}/chance} and {@code /leads/{id}/chance}: how likely it is to be won, and why. */
@Path("/{type:opportunities|leads}/{id}/chance")
public class ChanceResource {
    @Inject
    private WinChances chances;

    @Inject
    private RequestLanguage language;

    @GET
    public Response chance(@PathParam("type") String type, @PathParam("id") String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new CrmException(
                    CrmException.Kind.NOT_FOUND, LocalizedMessage.of("platform.error.notFound", type, id));
        }
        WinChance chance = chances.of(new RecordRef(type, Long.parseLong(id)));
        Language spoken = language.language();
        return JsonAnswer.ok(json -> ChanceJson.write(json, chance, spoken));
    }
}
