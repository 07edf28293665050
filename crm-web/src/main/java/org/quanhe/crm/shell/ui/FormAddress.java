package org.quanhe.crm.shell.ui;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Lets forms post to the full address of their page, so that a page that has to be asked for again (session over, view
 * expired) is still the same record or list.
 */
public class FormAddress extends ViewHandlerWrapper {
    public FormAddress(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext faces, String viewId) {
        String address = super.getActionURL(faces, viewId);
        boolean ownForm = faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE
                && faces.getViewRoot() != null
                && viewId.equals(faces.getViewRoot().getViewId());
        if (ownForm && faces.getExternalContext().getRequest() instanceof HttpServletRequest request) {
            String query = request.getQueryString();
            return query == null || address.contains("?") ? address : address + "?" + query;
        }
        return address;
    }
}
