package org.quanhe.crm.capture.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.capture.FormDesk;
import org.quanhe.crm.capture.ShownForm;
import org.quanhe.crm.platform.Language;

/** The scripts and the style of web forms: small, the same for everybody, kept by browsers for five minutes. */
@ApplicationScoped
public class ServedFiles {
    private static final Map<String, String> TYPES = Map.of(
            "/visits.js", "text/javascript",
            "/frame.js", "text/javascript",
            "/form.css", "text/css");

    @Inject
    private FormDesk desk;

    /** Serves the file of that path, and says so; the script of a form is the same for each form. */
    boolean serve(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String type = TYPES.get(path);
        if (type != null) {
            write(response, type, read(path));
            return true;
        }
        if (path.endsWith(".js") && path.matches("/[a-z][a-z0-9-]{1,59}\\.js")) {
            String code = path.substring(1, path.length() - 3);
            Optional<ShownForm> form = desk.show(code, Language.EN);
            if (form.isPresent()) {
                write(response, "text/javascript", read("/embed.js").replace("{code}", code));
                return true;
            }
        }
        return false;
    }

    private static void write(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "public, max-age=300");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.getWriter().write(text);
    }

    private static String read(String path) throws IOException {
        try (InputStream file = ServedFiles.class.getResourceAsStream("/capture" + path)) {
            if (file == null) {
                throw new IOException("capture" + path + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
