package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * What a hit shows without asking the database. One stored field holds it all: reading it is one seek.
 *
 * @param title name of the record
 * @param subtitle shown below it
 * @param values small single values by field, for previews
 * @param searched texts the search box looks in, in original spelling, for highlights
 */
record StoredTexts(String title, String subtitle, Map<String, String> values, List<Searched> searched) {
    /** A text of a field. */
    record Searched(String field, String text) {}

    byte[] encoded() {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            out.writeString(title);
            out.writeString(subtitle);
            out.writeMapOfStrings(values);
            out.writeVInt(searched.size());
            for (Searched one : searched) {
                out.writeString(one.field());
                out.writeString(one.text());
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toArrayCopy();
    }

    static StoredTexts decoded(BytesRef bytes) throws IOException {
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        String title = in.readString();
        String subtitle = in.readString();
        Map<String, String> values = new LinkedHashMap<>(in.readMapOfStrings());
        List<Searched> searched = new ArrayList<>();
        for (int left = in.readVInt(); left > 0; left--) {
            searched.add(new Searched(in.readString(), in.readString()));
        }
        return new StoredTexts(title, subtitle, values, searched);
    }
}
