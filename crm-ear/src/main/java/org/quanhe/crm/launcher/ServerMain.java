package org.quanhe.crm.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Main class of the child JVM: Payara Micro with our application, bound to the life of its parent. */
public final class ServerMain {
    /** Referenced, and so held, to the end of the process. */
    @SuppressWarnings("unused")
    private static FileLock held;

    private ServerMain() {}

    /** @param args folder of the bundle, CRM_HOME, address, port, URL for a browser */
    public static void main(String[] args) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(ServerMain::endChildren));
        dieWithParent();
        var bundle = new Bundle(Path.of(args[0]));
        var home = Path.of(args[1]);
        try {
            held = lock(home);
            var root = freshRoot(home.resolve("runtime"), bundle);
            PayaraMicro.boot(bundle, root, args[2], args[3]);
            Readiness.announce(args[4]);
            NativeHeap.giveBackNowAndThen();
            new ClassArchive(bundle, System.getProperty("java.class.path")).make();
        } catch (LaunchRefused e) {
            System.err.println("Quanhe CRM did not start. " + e.getMessage());
            Runtime.getRuntime().halt(1);
        }
    }

    /** A parent that was killed closes the pipe. Without this the orphan would keep port and database. */
    private static void dieWithParent() {
        var watch = new Thread(
                () -> {
                    try {
                        System.in.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        // the same news
                    }
                    endChildren();
                    Runtime.getRuntime().halt(1);
                },
                "watch parent");
        watch.setDaemon(true);
        watch.start();
    }

    /** Whoever makes the class archive has no work left either. */
    private static void endChildren() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** One server per CRM_HOME. A predecessor that is just ending gets five seconds. */
    private static FileLock lock(Path home) throws IOException, InterruptedException {
        var channel = FileChannel.open(
                home.resolve("runtime").resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        for (int attempt = 0; attempt < 50; attempt++) {
            var lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            Thread.sleep(100);
        }
        throw new LaunchRefused("Another server is running on " + home
                + ". Stop it first, or give this one a folder of its own with CRM_HOME.");
    }

    /** What the server writes about itself is worth nothing after its end, and in the way of the next start. */
    private static Path freshRoot(Path runtime, Bundle bundle) throws IOException {
        try (var old = Files.newDirectoryStream(runtime, "{root-*,unpacking-*}")) {
            for (var path : old) {
                Folders.delete(path);
            }
        }
        var root = Files.createTempDirectory(runtime, "root-");
        for (var part : List.of("config", "docroot", "lib")) {
            Folders.copy(bundle.serverJar().resolveSibling(part), root.resolve(part));
        }
        return root;
    }
}
