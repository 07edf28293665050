package org.quanhe.crm.search.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PointsReader;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.FilterCodecReader;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.OneMergeWrappingMergePolicy;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Merges that read large parts of an index (segments) from their files. A merge reads a part from one end to the other;
 * were it mapped for that, as it is for searches, all of it would count as memory of the server until the merge ends.
 */
final class UnmappedMerges {
    /** Of smaller parts it does not matter; new ones may be in memory alone. */
    private static final long LARGE_BYTES = 4L * 1024 * 1024;

    private UnmappedMerges() {}

    /**
     * The same merges, reading from the files of the folder.
     *
     * @param merges says which parts are merged
     * @param folder where the parts are
     */
    static MergePolicy of(MergePolicy merges, Path folder) {
        return new OneMergeWrappingMergePolicy(merges, merge -> new Unmapped(merge, folder));
    }

    private static final class Unmapped extends MergePolicy.OneMerge {
        private final Path folder;
        private final List<Closeable> opened = new ArrayList<>();

        Unmapped(MergePolicy.OneMerge merge, Path folder) {
            super(merge);
            this.folder = folder;
        }

        @Override
        public CodecReader wrapForMerge(CodecReader reader) throws IOException {
            CodecReader read = super.wrapForMerge(reader);
            if (!(read instanceof SegmentReader mapped)) {
                return read;
            }
            SegmentCommitInfo part = mapped.getSegmentInfo();
            // values that were changed in place stand in files of their own: these indexes have none
            if (part.hasFieldUpdates() || part.sizeInBytes() < LARGE_BYTES || !isOnDisk(part)) {
                return read;
            }
            FromFiles files = new FromFiles(mapped, folder, new IOContext(getStoreMergeInfo()));
            opened.add(files.opened());
            return files;
        }

        private boolean isOnDisk(SegmentCommitInfo part) {
            return part.info.files().stream().allMatch(file -> Files.exists(folder.resolve(file)));
        }

        @Override
        public void mergeFinished(boolean success, boolean dropped) throws IOException {
            try {
                super.mergeFinished(success, dropped);
            } finally {
                IOUtils.close(opened);
            }
        }
    }

    /** A part, read from its files. */
    private static final class FromFiles extends FilterCodecReader {
        private final List<Closeable> opened = new ArrayList<>();
        private final @Nullable FieldsProducer postings;
        private final StoredFieldsReader texts;
        private final @Nullable NormsProducer norms;
        private final @Nullable DocValuesProducer values;
        private final @Nullable PointsReader points;

        FromFiles(SegmentReader mapped, Path folder, IOContext context) throws IOException {
            super(mapped);
            boolean complete = false;
            try {
                SegmentInfo part = mapped.getSegmentInfo().info;
                FieldInfos fields = mapped.getFieldInfos();
                Codec codec = part.getCodec();
                Directory files = opened(new NIOFSDirectory(folder));
                if (part.getUseCompoundFile()) {
                    files = opened(codec.compoundFormat().getCompoundReader(files, part, context));
                }
                SegmentReadState state = new SegmentReadState(files, part, fields, context);
                postings = fields.hasPostings() ? opened(codec.postingsFormat().fieldsProducer(state)) : null;
                texts = opened(codec.storedFieldsFormat().fieldsReader(files, part, fields, context));
                norms = fields.hasNorms() ? opened(codec.normsFormat().normsProducer(state)) : null;
                values = fields.hasDocValues() ? opened(codec.docValuesFormat().fieldsProducer(state)) : null;
                points = fields.hasPointValues() ? opened(codec.pointsFormat().fieldsReader(state)) : null;
                complete = true;
            } finally {
                if (!complete) {
                    IOUtils.closeWhileHandlingException(opened());
                }
            }
        }

        private <T extends Closeable> T opened(T file) {
            opened.add(0, file);
            return file;
        }

        /** What has to be closed when the part has been read. */
        Closeable opened() {
            return () -> IOUtils.close(opened);
        }

        @Override
        public @Nullable FieldsProducer getPostingsReader() {
            return postings;
        }

        @Override
        public StoredFieldsReader getFieldsReader() {
            return texts;
        }

        @Override
        public @Nullable NormsProducer getNormsReader() {
            return norms;
        }

        @Override
        public @Nullable DocValuesProducer getDocValuesReader() {
            return values;
        }

        @Override
        public @Nullable PointsReader getPointsReader() {
            return points;
        }

        @Override
        public CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }
}
