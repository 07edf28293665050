package org.quanhe.crm.messages.control.gateway;

import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.control.Carrier;
import org.quanhe.crm.messages.control.MailSteps.Claimed;
import org.quanhe.crm.messages.control.Refusal;
import org.quanhe.crm.messages.control.Refusal.Meaning;
import org.quanhe.crm.platform.LocalizedMessage;

/** Posts texts to the gateway. Redirections are not followed: they could lead where addresses are refused. */
final class GatewayLine implements Carrier.Line {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private static final int LONGEST_ANSWER = 10_000;
    private static final int LONGEST_TOLD = 300;
    private static final int GRACE_MILLIS = 1_000;

    private final TextGateway gateway;
    private boolean open = true;

    private GatewayLine(TextGateway gateway) {
        this.gateway = gateway;
    }

    static GatewayLine open() throws Refusal {
        return new GatewayLine(TextGateway.read());
    }

    @Override
    public void send(Claimed claimed) throws Refusal {
        var request = gateway.request(claimed);
        Said said = new Said();
        Duration timeout = TextGateway.timeout();
        CompletableFuture<HttpResponse<Void>> answer =
                HTTP.sendAsync(request, BodyHandlers.ofByteArrayConsumer(said::hear));
        try {
            // its own limit ends with the head of the answer; a body that drips in would hold the line for ever
            judge(
                    answer.get(timeout.toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS)
                            .statusCode(),
                    said.text());
        } catch (TimeoutException late) {
            throw silent(timeout, late);
        } catch (ExecutionException failed) {
            throw unheard(failed.getCause() == null ? failed : failed.getCause(), timeout);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw refusal(Meaning.DOUBT, "messages.error.text.broken", "interrupted", stopping);
        } finally {
            answer.cancel(true);
        }
    }

    /** An answer says for certain what became of the text. */
    private void judge(int status, String said) throws Refusal {
        String told = cut(status + " " + gateway.told(said));
        if (status / 100 == 2) {
            if (!gateway.took(said)) {
                throw refusal(Meaning.NEVER, "messages.error.text.refused", told, null);
            }
        } else if (status == 401 || status == 403 || status == 407) {
            throw closed("messages.error.text.signIn", told, null);
        } else if (status == 429) {
            throw closed("messages.error.text.later", told, null);
        } else if (status >= 500 || status == 408 || status == 425) {
            throw refusal(Meaning.LATER, "messages.error.text.later", told, null);
        } else {
            throw refusal(Meaning.NEVER, "messages.error.text.refused", told, null);
        }
    }

    private Refusal unheard(Throwable cause, Duration timeout) {
        boolean neverThere = cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLException;
        String told = cut(cause.getClass().getSimpleName() + " " + gateway.told(cause.getMessage()));
        if (neverThere) {
            return closed("messages.error.text.unreachable", told, cause);
        }
        return cause instanceof HttpTimeoutException
                ? silent(timeout, cause)
                : refusal(Meaning.DOUBT, "messages.error.text.broken", told, cause);
    }

    /** The next text would fare no better: it waits. */
    private Refusal closed(String key, String told, @Nullable Throwable cause) {
        open = false;
        return refusal(Meaning.LATER, key, told, cause);
    }

    private Refusal silent(Duration timeout, Throwable cause) {
        return refusal(Meaning.DOUBT, "messages.error.text.silent", timeout.toSeconds(), cause);
    }

    private Refusal refusal(Meaning meaning, String key, Object told, @Nullable Throwable cause) {
        return new Refusal(meaning, LocalizedMessage.of(key, gateway.address().getHost(), told), cause);
    }

    private static String cut(String text) {
        String line = text.strip();
        return line.length() > LONGEST_TOLD ? line.substring(0, LONGEST_TOLD) + "…" : line;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }

    /** The beginning of an answer; the rest is let pass. */
    private static final class Said {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        synchronized void hear(Optional<byte[]> more) {
            more.ifPresent(
                    heard -> bytes.write(heard, 0, Math.max(0, Math.min(heard.length, LONGEST_ANSWER - bytes.size()))));
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
