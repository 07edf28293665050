package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NIOFSDirectory;

/** The files of an index, as its last commit left them. */
final class IndexFiles {
    private IndexFiles() {}

    /**
     * Reads all of them; throws {@link CorruptIndexException} if one is not as it was written, a sum is at the end of
     * each. They are not mapped for it: what is read once need not stay in memory.
     */
    static void verify(Path folder) throws IOException {
        try (Directory files = new NIOFSDirectory(folder)) {
            if (DirectoryReader.indexExists(files)) {
                for (String name : SegmentInfos.readLatestCommit(files).files(true)) {
                    verify(files, name);
                }
            }
        }
    }

    private static void verify(Directory files, String name) throws IOException {
        try (IndexInput file = files.openInput(name, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(file);
        } catch (NoSuchFileException gone) {
            // the next commit may have replaced it meanwhile
            if (SegmentInfos.readLatestCommit(files).files(true).contains(name)) {
                throw gone;
            }
        }
    }
}
