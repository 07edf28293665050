package org.quanhe.crm.messages.control.gateway;

import jakarta.json.JsonException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.control.MailSteps.Claimed;
import org.quanhe.crm.messages.control.PhoneAddress;
import org.quanhe.crm.messages.control.Refusal;
import org.quanhe.crm.messages.control.Refusal.Meaning;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.control.OutgoingAddress;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.platform.settings.Setting;

/**
 * The gateway, as the settings say.
 *
 * @param address where texts are posted
 * @param header name of the header that signs in, empty for none
 * @param sign its value
 * @param body what is posted, with places for number and text
 * @param taken what an answer says that took the text, empty where its status says so
 * @param token never shown
 */
record TextGateway(URI address, String header, String sign, String body, String taken, String token) {
    private static final Pattern PLACE = Pattern.compile("\\{(number|digits|national|text|id|token)}");
    private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9-]{1,60})\\s*:\\s*([\\x20-\\x7e]*)");
    private static final String HIDDEN = "•••";

    /** How long it may take for its whole answer. */
    static Duration timeout() {
        return Duration.ofSeconds(Math.max(1, Configuration.number(CrmSettings.TEXT_TIMEOUT)));
    }

    /** Reads the settings; a wrong one is told as a refusal, so that it is seen at the texts that wait. */
    static TextGateway read() throws Refusal {
        String url = Configuration.text(CrmSettings.TEXT_URL).strip();
        URI address = OutgoingAddress.read(url).orElse(null);
        if (address == null) {
            throw wrong(CrmSettings.TEXT_URL);
        }
        refuseLocal(address);
        String token = Configuration.text(CrmSettings.TEXT_TOKEN).strip();
        String line = Configuration.text(CrmSettings.TEXT_HEADER).strip();
        Matcher header = HEADER.matcher(line);
        if (!header.matches()) {
            throw wrong(CrmSettings.TEXT_HEADER);
        }
        boolean signs = !token.isEmpty() || !header.group(2).contains("{token}");
        return new TextGateway(
                address,
                signs ? header.group(1) : "",
                header.group(2).replace("{token}", token),
                Configuration.text(CrmSettings.TEXT_BODY).strip(),
                Configuration.text(CrmSettings.TEXT_TAKEN).strip(),
                token);
    }

    private static void refuseLocal(URI address) throws Refusal {
        try {
            LocalizedMessage refusal = OutgoingAddress.refusal(address).orElse(null);
            if (refusal != null) {
                throw new Refusal(Meaning.LATER, refusal, null);
            }
        } catch (IOException noSuchName) {
            throw new Refusal(
                    Meaning.LATER,
                    LocalizedMessage.of(
                            "messages.error.text.unreachable",
                            address.getHost(),
                            noSuchName.getClass().getSimpleName()),
                    noSuchName);
        }
    }

    /**
     * What stands there is not told: providers want several secrets, and some will stand where the settings let them.
     */
    private static Refusal wrong(Setting setting) {
        return new Refusal(
                Meaning.LATER,
                LocalizedMessage.of("messages.error.setting", setting.key(), setting.unit(), HIDDEN),
                null);
    }

    /** The text as this gateway wants it. */
    HttpRequest request(Claimed claimed) throws Refusal {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout())
                .header(
                        "Content-Type",
                        json() ? "application/json; charset=utf-8" : "application/x-www-form-urlencoded")
                .header("Accept", "application/json, */*;q=0.5")
                .header("Idempotency-Key", claimed.key())
                .POST(BodyPublishers.ofString(content(claimed)));
        if (!header.isEmpty()) {
            try {
                request.setHeader(header, sign);
            } catch (IllegalArgumentException unusable) {
                throw wrong(CrmSettings.TEXT_HEADER);
            }
        }
        return request.build();
    }

    private boolean json() {
        return body.startsWith("{") || body.startsWith("[");
    }

    /** What is posted. */
    String content(Claimed claimed) throws Refusal {
        PhoneAddress phone = PhoneAddress.of(claimed.mail().address());
        Map<String, String> values = Map.of(
                "number", phone.number(),
                "digits", phone.digits(),
                "national", phone.national(),
                "text", claimed.mail().body(),
                "id", claimed.key(),
                "token", token);
        String filled = filled(values, json() ? TextGateway::inJson : TextGateway::inForm);
        if (json() && !isJson(filled)) {
            throw wrong(CrmSettings.TEXT_BODY);
        }
        return filled;
    }

    private String filled(Map<String, String> values, UnaryOperator<String> written) {
        return PLACE.matcher(body)
                .replaceAll(place -> Matcher.quoteReplacement(written.apply(values.get(place.group(1)))));
    }

    private static String inJson(String value) {
        String quoted = JsonText.write(value);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String inForm(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static boolean isJson(String text) {
        try {
            JsonText.read(text);
            return true;
        } catch (JsonException noJson) {
            return false;
        }
    }

    /** True if an answer of success says that the text was taken. */
    boolean took(String answer) {
        return taken.isEmpty() || answer.replaceAll("\\s", "").contains(taken.replaceAll("\\s", ""));
    }

    /** What the gateway said, without the secret. */
    String told(@Nullable String said) {
        String line =
                said == null ? "" : said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return token.isEmpty() ? line : line.replace(token, HIDDEN);
    }
}
