package org.quanhe.crm.search.lucene;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;

/**
 * A place in a list, as the opaque cursor a caller hands back. It knows what it is a place of: one of another list is
 * refused instead of answered with nonsense.
 *
 * @param of what the place is in, a hash
 * @param key order key of the record there, null if it has none
 * @param number number of the record there, or how many come before
 */
record Position(int of, @Nullable BytesRef key, long number) {
    private static final int SUM = Integer.BYTES;
    private static final int LONGEST = 4_000;

    String cursor() {
        int keyLength = key == null ? 0 : key.length;
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Long.BYTES + 1 + keyLength + SUM);
        bytes.putInt(of).putLong(number).put((byte) (key == null ? 0 : 1));
        if (key != null) {
            bytes.put(key.bytes, key.offset, key.length);
        }
        bytes.putInt(sum(bytes.array(), bytes.position()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Reads a cursor; throws {@link CrmException} INVALID if it is not one of that list. */
    static Position read(String cursor, int of) {
        try {
            byte[] bytes = cursor.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(cursor);
            ByteBuffer in = ByteBuffer.wrap(bytes);
            int list = in.getInt();
            long number = in.getLong();
            boolean keyed = in.get() == 1;
            byte[] key = new byte[in.remaining() - SUM];
            in.get(key);
            if (list == of && in.getInt() == sum(bytes, bytes.length - SUM)) {
                return new Position(of, keyed ? new BytesRef(key) : null, number);
            }
        } catch (IllegalArgumentException | BufferUnderflowException | NegativeArraySizeException malformed) {
            // answered below, like one that is well formed and belongs elsewhere
        }
        throw CrmException.invalid("search.error.cursor");
    }

    private static int sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
