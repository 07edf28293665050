package org.quanhe.crm.records.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.PostalAddress;

/** A row of a contact list while somebody fills it in; {@code value} is the street of an address. */
public record PointRow(String type, String value, String city, String postalCode, String country, boolean primary)
        implements Serializable {
    private static final int MOST = 50;

    static PointRow of(ContactPoint point) {
        return new PointRow(point.type(), point.value(), "", "", "", point.primary());
    }

    static PointRow of(PostalAddress a) {
        return new PointRow(a.type(), a.street(), a.city(), a.postalCode(), a.country(), a.primary());
    }

    static PointRow empty(String type, boolean primary) {
        return new PointRow(type, "", "", "", "", primary);
    }

    boolean blank() {
        return (value + city + postalCode + country).isBlank();
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", type);
        map.put("value", value);
        map.put("street", value);
        map.put("city", city);
        map.put("postalCode", postalCode);
        map.put("country", country);
        map.put("primary", primary);
        return map;
    }

    /** The rows that the form sent for that field, in order; the primary one is told by the key of its row. */
    static List<PointRow> read(HttpServletRequest request, String field) {
        String[] keys = request.getParameterValues(field + ".key");
        List<PointRow> rows = new ArrayList<>();
        if (keys != null) {
            String primary = request.getParameter(field + ".primary");
            for (int i = 0; i < Math.min(keys.length, MOST); i++) {
                rows.add(new PointRow(
                        at(request, field + ".type", i),
                        at(request, field + ".value", i),
                        at(request, field + ".city", i),
                        at(request, field + ".postalCode", i),
                        at(request, field + ".country", i),
                        keys[i].equals(primary)));
            }
        }
        return rows;
    }

    private static String at(HttpServletRequest request, String name, int index) {
        String[] values = request.getParameterValues(name);
        return values != null && index < values.length ? values[index].strip() : "";
    }
}
