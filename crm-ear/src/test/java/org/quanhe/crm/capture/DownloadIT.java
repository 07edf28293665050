package org.quanhe.crm.capture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** Documents that visitors download when they have said who they are. */
class DownloadIT {
    private static final Pattern LINK = Pattern.compile("id=\"download\" href=\"([^\"]+)\"");
    private static final byte[] BOOK = new byte[300_000];

    private final Crm admin = Crm.admin();
    private final String mark = "tai" + Long.toString(System.nanoTime(), 36);
    private final MadeForm form = MadeForm.published();

    private Answer given(byte[] content) {
        return admin.send(
                "PUT",
                "/web-forms/" + form.id() + "/document?name=" + Crm.encode("Chọn máy lạnh.pdf"),
                "application/pdf",
                content);
    }

    private String link() {
        Answer thanks = form.opened()
                .says("name", "Khách " + mark)
                .says("email", mark + "@example.vn")
                .sends();
        Matcher link = LINK.matcher(thanks.text());
        assertThat(link.find()).as("%s", thanks.text()).isTrue();
        return "/crm/forms/" + link.group(1).replace("&amp;", "&");
    }

    @Test
    @Tag("R145")
    void aDownloadIsASignalAndStandsOnTheTimeline() {
        BOOK[7] = 42;
        assertThat(given(BOOK).status()).isEqualTo(200);
        String link = link();
        int before = MadeForm.lead(mark).getInt("score");
        Answer file = Crm.anonymous().get(link);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(BOOK);
        assertThat(file.header("Content-Type")).startsWith("application/pdf");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''Ch%E1%BB%8Dn%20m%C3%A1y%20l%E1%BA%A1nh.pdf");
        JsonObject lead = MadeForm.lead(mark);
        assertThat(lead.getInt("score")).isGreaterThan(before);
        assertThat(admin.get("/leads/" + lead.getInt("id") + "/score").text()).contains("Chọn máy lạnh.pdf");
        assertThat(MadeForm.timeline(lead)).contains("Downloaded “Chọn máy lạnh.pdf”");
        Crm.anonymous().get(link);
        assertThat(admin.get("/activities?filter=" + Crm.encode("lead == " + lead.getInt("id")))
                        .json()
                        .getJsonArray("items"))
                .as("the form and one download")
                .hasSize(2);
    }

    @Test
    @Tag("R145")
    void noOtherKeyOpensIt() {
        given(BOOK);
        String link = link();
        String key = link.substring(link.indexOf("k=") + 2);
        String path = "/crm/forms/" + form.code() + "/file";
        assertThat(Crm.anonymous().get(path).status()).isEqualTo(404);
        String forged = key.substring(0, key.length() - 1) + (key.endsWith("0") ? "1" : "0");
        assertThat(Crm.anonymous().get(path + "?k=" + forged).status()).isEqualTo(404);
        MadeForm other = MadeForm.published();
        assertThat(Crm.anonymous()
                        .get("/crm/forms/" + other.code() + "/file?k=" + key)
                        .status())
                .isEqualTo(404);
        assertThat(admin.delete("/web-forms/" + form.id() + "/document").status())
                .isEqualTo(200);
        assertThat(Crm.anonymous().get(link).status()).isEqualTo(404);
    }

    @Test
    void aDocumentHasASize() {
        Answer refused = given(new byte[10_000_001]);
        assertThat(refused.status()).as("%s", refused).isEqualTo(413);
        assertThat(given(new byte[0]).status()).isEqualTo(400);
        assertThat(admin.get("/web-forms/" + form.id()).json().containsKey("document"))
                .isFalse();
    }
}
