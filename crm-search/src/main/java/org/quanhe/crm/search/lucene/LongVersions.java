package org.quanhe.crm.search.lucene;

import java.util.Arrays;

/** Versions by record number: 16 bytes a slot instead of the 80 of a boxed map. Not safe for threads by itself. */
final class LongVersions {
    /** Stands for "no such record"; no record has it as its version. */
    static final long ABSENT = Long.MIN_VALUE;

    private long[] ids = new long[16];
    private long[] versions = empty(16);
    private int size;

    long get(long id) {
        return versions[slot(id)];
    }

    void put(long id, long version) {
        int slot = slot(id);
        if (versions[slot] == ABSENT && ++size * 3 > ids.length * 2) {
            grow();
            slot = slot(id);
        }
        ids[slot] = id;
        versions[slot] = version;
    }

    void remove(long id) {
        int hole = slot(id);
        if (versions[hole] == ABSENT) {
            return;
        }
        size--;
        int mask = ids.length - 1;
        // what stands behind the hole moves up if its search would pass the hole
        for (int next = hole + 1 & mask; versions[next] != ABSENT; next = next + 1 & mask) {
            int home = home(ids[next]);
            if ((next - home & mask) >= (next - hole & mask)) {
                ids[hole] = ids[next];
                versions[hole] = versions[next];
                hole = next;
            }
        }
        versions[hole] = ABSENT;
    }

    int size() {
        return size;
    }

    /** Is shown a record's number and version. */
    interface Visitor {
        void visit(long id, long version);
    }

    void forEach(Visitor visitor) {
        for (int slot = 0; slot < ids.length; slot++) {
            if (versions[slot] != ABSENT) {
                visitor.visit(ids[slot], versions[slot]);
            }
        }
    }

    private int slot(long id) {
        int mask = ids.length - 1;
        int slot = home(id);
        while (versions[slot] != ABSENT && ids[slot] != id) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private int home(long id) {
        long mixed = id * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & ids.length - 1;
    }

    private void grow() {
        long[] oldIds = ids;
        long[] oldVersions = versions;
        ids = new long[oldIds.length * 2];
        versions = empty(ids.length);
        for (int i = 0; i < oldIds.length; i++) {
            if (oldVersions[i] != ABSENT) {
                int slot = slot(oldIds[i]);
                ids[slot] = oldIds[i];
                versions[slot] = oldVersions[i];
            }
        }
    }

    private static long[] empty(int length) {
        long[] versions = new long[length];
        Arrays.fill(versions, ABSENT);
        return versions;
    }
}
