package org.quanhe.crm.dataquality.control.table;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import org.quanhe.crm.dataquality.control.encoding.EncodingDetector;
import org.quanhe.crm.dataquality.control.encoding.FileSample;
import org.quanhe.crm.dataquality.control.encoding.TextEncoding;
import org.quanhe.crm.platform.CrmException;

/** CSV and TSV; what stands between the cells is found. */
@ApplicationScoped
public class DelimitedText implements TableFormat {
    /** Control characters a text may have by accident; a picture or an archive has a quarter. */
    private static final double MOST_CONTROLS = 0.01;

    @Override
    public boolean recognises(TableFile file, byte[] head) {
        return true;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public boolean textual() {
        return true;
    }

    @Override
    public void inspect(TableFile file) throws IOException {
        byte[] sample = FileSample.of(file.path());
        TextEncoding encoding = EncodingDetector.detect(sample);
        String text = new String(sample, encoding.charset());
        long controls = text.codePoints()
                .filter(c -> c < ' ' && "\t\r\n\f\u001A".indexOf(c) < 0 || c == 0xFFFD || !Character.isDefined(c))
                .count();
        if (controls > text.length() * MOST_CONTROLS) {
            throw CrmException.invalid("dataquality.error.binary", file.name());
        }
    }

    @Override
    public TableSource open(TableFile file, TextEncoding encoding) throws IOException {
        char delimiter;
        try (Reader reader = encoding.reader(Files.newInputStream(file.path()))) {
            delimiter = DelimiterGuess.in(reader);
        }
        return new DelimitedRows(file, encoding, delimiter);
    }
}
