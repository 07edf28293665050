package org.quanhe.crm.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/**
 * A built-in type needs its entity, its texts and its migration, and nothing else: products have just these, and
 * everything that the kernel offers works for them.
 */
class ProductsIT {
    private final Crm admin = Crm.admin();

    @Test
    void anEntityWithTextsAndMigrationIsAWholeRecordType() {
        String word = "maylanh" + System.nanoTime();
        Answer made = admin.post(
                "/products",
                "{\"name\":\"Máy lạnh " + word + "\",\"code\":\"ML-9\",\"category\":\"" + word
                        + "\",\"power\":2.5,\"available\":true}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        String path = "/products/" + made.json().getInt("id");

        JsonObject hits =
                admin.get("/search?facets=category&type=products&q=" + word).json();
        assertThat(hits.getJsonArray("hits")).hasSize(1);
        assertThat(hits.getJsonObject("facets").getJsonArray("category")).hasSize(1);
        assertThat(admin.get("/products?sort=-power&filter=" + Crm.encode("power > 2 && category == '" + word + "'"))
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
        assertThat(admin.patch(path, "{\"power\":3}").status()).isEqualTo(200);
        assertThat(admin.get(path + "/audit").json().getJsonArray("items")).hasSize(2);
        assertThat(admin.get("/products/export?format=csv&filter=" + Crm.encode("category == '" + word + "'"))
                        .text())
                .contains("Máy lạnh " + word);
        assertThat(Crm.anonymous()
                        .with("Accept-Language", "vi")
                        .get("/openapi.json")
                        .json()
                        .getJsonObject("components")
                        .getJsonObject("schemas")
                        .getJsonObject("products")
                        .getString("title"))
                .isEqualTo("Sản phẩm");
    }
}
