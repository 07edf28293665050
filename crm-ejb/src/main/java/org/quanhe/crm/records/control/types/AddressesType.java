package org.quanhe.crm.records.control.types;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.records.spi.FieldType;

/** Postal addresses: a list of texts (the street) or of objects; exactly one is primary. */
@ApplicationScoped
public class AddressesType implements FieldType {
    private static final int MOST = 30;
    private static final int LONGEST = 500;

    @Override
    public Set<FieldKind> kinds() {
        return EnumSet.of(FieldKind.ADDRESSES);
    }

    @Override
    public @Nullable Object read(FieldView field, Object raw) throws Unreadable {
        Iterable<?> parts = raw instanceof Iterable<?> list ? list : List.of(raw);
        List<PostalAddress> addresses = new ArrayList<>();
        for (Object part : parts) {
            PostalAddress address = address(field, part);
            if (address != null) {
                addresses.add(address);
            }
        }
        if (addresses.size() > MOST) {
            throw new Unreadable("records.error.tooMany", addresses.size(), MOST);
        }
        return addresses.isEmpty() ? null : onePrimary(addresses);
    }

    private static @Nullable PostalAddress address(FieldView field, @Nullable Object part) throws Unreadable {
        if (part instanceof PostalAddress address) {
            return address;
        }
        if (part == null) {
            return null;
        }
        Map<?, ?> map = part instanceof Map<?, ?> parts ? parts : Map.of("street", part);
        String type = text(map, "type", 60);
        PostalAddress address = new PostalAddress(
                type.isEmpty() ? field.choices().get(0) : ChoiceType.code(field, type),
                text(map, "street", LONGEST),
                text(map, "city", 100),
                text(map, "postalCode", 20),
                text(map, "country", 60),
                Boolean.TRUE.equals(map.get("primary")));
        return (address.street() + address.city() + address.postalCode() + address.country()).isEmpty()
                ? null
                : address;
    }

    private static String text(Map<?, ?> map, String key, int longest) throws Unreadable {
        Object value = map.get(key);
        String text = value == null ? null : TextType.clean(value, false, longest);
        return text == null ? "" : text;
    }

    private static List<PostalAddress> onePrimary(List<PostalAddress> addresses) {
        int chosen = 0;
        for (int i = addresses.size() - 1; i >= 0; i--) {
            chosen = addresses.get(i).primary() ? i : chosen;
        }
        List<PostalAddress> marked = new ArrayList<>(addresses.size());
        for (int i = 0; i < addresses.size(); i++) {
            PostalAddress a = addresses.get(i);
            marked.add(new PostalAddress(a.type(), a.street(), a.city(), a.postalCode(), a.country(), i == chosen));
        }
        return List.copyOf(marked);
    }

    @Override
    public String text(Object value) {
        return ((List<?>) value)
                .stream().map(address -> ((PostalAddress) address).oneLine()).collect(Collectors.joining("; "));
    }

    @Override
    public Object stored(Object value) {
        return ((List<?>) value)
                .stream()
                        .map(entry -> (PostalAddress) entry)
                        .map(a -> Map.of(
                                "type",
                                a.type(),
                                "street",
                                a.street(),
                                "city",
                                a.city(),
                                "postalCode",
                                a.postalCode(),
                                "country",
                                a.country(),
                                "primary",
                                a.primary()))
                        .toList();
    }
}
