package org.quanhe.crm.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * A made-up customer.
 *
 * @param latin the name as somebody types who has no accents and no characters: {@code nguyen thi hoa}, {@code zhang
 *     wei}
 * @param tags separated by blanks, may be empty
 */
record Person(
        String name,
        String latin,
        String company,
        String phone,
        String email,
        String address,
        String city,
        String notes,
        String tags) {
    static final String HEADER = "name\tcompany\tphone\temail\taddress\tcity\tnotes\ttags\n";

    String line() {
        return String.join("\t", name, company, phone, email, address, city, notes, tags) + "\n";
    }

    JsonObject json() {
        var json = Json.createObjectBuilder()
                .add("kind", "person")
                .add("name", name)
                .add("company", company)
                .add("phones", Json.createArrayBuilder().add(phone))
                .add("emails", Json.createArrayBuilder().add(email))
                .add(
                        "addresses",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("street", address)
                                        .add("city", city)))
                .add("notes", notes);
        var list = Json.createArrayBuilder();
        for (var tag : tags.split(" ")) {
            if (!tag.isEmpty()) {
                list.add(tag);
            }
        }
        return json.add("tags", list).build();
    }
}
