package org.quanhe.crm.capture;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The website of somebody, of another origin than the CRM: each of its pages holds the same lines. */
final class ForeignSite implements AutoCloseable {
    private final HttpServer server;

    ForeignSite(String language, String lines) {
        byte[] page = ("<!DOCTYPE html><html lang=\"" + language
                        + "\"><head><meta charset=\"UTF-8\"><title>Máy lạnh</title></head><body><h1>Máy lạnh</h1>"
                        + lines
                        + "</body></html>")
                .getBytes(StandardCharsets.UTF_8);
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    /** Address of the site, without a path. */
    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
