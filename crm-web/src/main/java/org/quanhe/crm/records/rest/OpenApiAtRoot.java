package org.quanhe.crm.records.rest;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.quanhe.crm.platform.rest.ApiApplication;

/** The description also stands where programs look first: at the application's root. */
@WebServlet("/openapi.json")
public class OpenApiAtRoot extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher(ApiApplication.PATH + "/openapi.json").forward(request, response);
    }
}
