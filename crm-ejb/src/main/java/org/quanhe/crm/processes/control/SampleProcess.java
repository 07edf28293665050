package org.quanhe.crm.processes.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.quanhe.crm.platform.JsonText;

/** The process that comes with the application for copying: a cycle with customers, without teams yet. */
public final class SampleProcess {
    private static final String FILE = "/processes/customer-cycle.json";

    private SampleProcess() {}

    public static Map<String, Object> document() {
        try (InputStream file = SampleProcess.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return JsonText.readMap(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
