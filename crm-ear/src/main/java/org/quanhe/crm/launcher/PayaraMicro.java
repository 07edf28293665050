package org.quanhe.crm.launcher;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;

/** Boots Payara Micro in this JVM. Reflection, so that crm.jar compiles against nothing. */
final class PayaraMicro {
    private PayaraMicro() {}

    static void boot(Bundle bundle, Path root, String address, String port) throws IOException {
        var commands = root.resolve("pre-boot.txt");
        var http = "set configs.config.server-config.network-config.";
        Files.write(
                commands,
                List.of(
                        http + "network-listeners.network-listener.http-listener.address=" + address,
                        // what is too long for us is refused in words; the server alone would say nothing
                        http + "protocols.protocol.http-listener.http.header-buffer-length-bytes=131072",
                        // whose version it is concerns nobody
                        http + "protocols.protocol.http-listener.http.server-header=false"));
        var logging = root.resolve("logging.properties");
        try (var in = PayaraMicro.class.getResourceAsStream("logging.properties")) {
            Files.copy(in, logging, StandardCopyOption.REPLACE_EXISTING);
        }
        System.setProperty(
                "fish.payara.micro.BootJar", bundle.serverJar().toUri().toString());
        System.setProperty(
                "fish.payara.micro.UnpackDir", bundle.serverJar().getParent().toString());
        call("fish.payara.micro.impl.PayaraMicroImpl", "main", (Object) new String[] {
            "--rootdir",
            root.toString(),
            "--nohazelcast",
            "--disablephonehome",
            "--port",
            port,
            "--prebootcommandfile",
            commands.toString(),
            "--logproperties",
            logging.toString(),
            "--deploy",
            bundle.application().toString(),
            "--contextroot",
            "crm"
        });
        if (deployed().isEmpty()) {
            throw new LaunchRefused(
                    "The application could not be deployed; the first error above says why. Nothing was left running.");
        }
    }

    private static Collection<?> deployed() {
        var micro = call("fish.payara.micro.PayaraMicro", "getInstance");
        var runtime = invoke(micro, "getRuntime");
        return (Collection<?>) invoke(runtime, "getDeployedApplicationNames");
    }

    private static Object call(String type, String method, Object... arguments) {
        try {
            var types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {String[].class};
            return Class.forName(type).getMethod(method, types).invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw new LaunchRefused("The server gave up: " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object invoke(Object target, String method) {
        try {
            return target.getClass().getMethod(method).invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
