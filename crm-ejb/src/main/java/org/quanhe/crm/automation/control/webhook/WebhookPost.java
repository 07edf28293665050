package org.quanhe.crm.automation.control.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.quanhe.crm.automation.spi.OutgoingAction.Answer;
import org.quanhe.crm.automation.spi.OutgoingAction.Parcel;
import org.quanhe.crm.automation.spi.OutgoingAction.Verdict;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.control.OutgoingAddress;

/**
 * A signed body on its way to an address. Redirections are not followed: they could lead where addresses are refused.
 *
 * @param timeout for looking up, connecting and the whole answer
 */
record WebhookPost(URI address, String body, Map<String, String> headers, Duration timeout) implements Parcel {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Override
    public Duration patience() {
        return timeout.multipliedBy(2).plusSeconds(10);
    }

    @Override
    public Answer send() {
        long began = System.nanoTime();
        try {
            LocalizedMessage refusal = OutgoingAddress.refusal(address).orElse(null);
            return refusal == null ? answer(post(), began) : new Answer(Verdict.NEVER, refusal);
        } catch (TimeoutException late) {
            return unheard("automation.webhook.timeout", timeout.toSeconds());
        } catch (IOException | ExecutionException unreachable) {
            Throwable cause = unreachable.getCause() == null ? unreachable : unreachable.getCause();
            return unheard("automation.webhook.unreachable", cause.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return unheard("automation.webhook.unreachable", "interrupted");
        }
    }

    /** The whole answer must be there in time: a body that drips in would hold the line for ever. */
    private int post() throws ExecutionException, InterruptedException, TimeoutException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<Void>> answer = HTTP.sendAsync(request.build(), BodyHandlers.discarding());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } finally {
            answer.cancel(true);
        }
    }

    private Answer answer(int status, long began) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        Verdict verdict = status / 100 == 2 ? Verdict.TAKEN : status >= 500 ? Verdict.LATER : Verdict.NEVER;
        return new Answer(
                verdict,
                LocalizedMessage.of(
                        "automation.webhook.answered", address.getHost(), Integer.toString(status), millis));
    }

    private Answer unheard(String key, Object what) {
        return new Answer(Verdict.LATER, LocalizedMessage.of(key, address.getHost(), what));
    }
}
