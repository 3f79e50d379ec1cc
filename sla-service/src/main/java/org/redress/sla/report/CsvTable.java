package org.redress.sla.report;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as CSV (RFC 4180: commas, CRLF, quotes doubled) in UTF-8 with a byte order mark, without which Excel shows Chinese
 * as rubbish. No cell is a formula to a spreadsheet: text that begins like one gets an apostrophe in front (R52). Writes row
 * by row and keeps none. Not thread safe.
 */
final class CsvTable implements AutoCloseable {
    /** What spreadsheets take for the begin of a formula, the full-width forms of it too. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n|＝＋－＠";

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final SequenceWriter rows;

    /** Begins a table with its heading. */
    CsvTable(OutputStream out, List<String> heading) throws IOException {
        out.write(BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
        rows = CSV.writer(CsvSchema.emptySchema().withLineSeparator("\r\n")).writeValues(out);
        row(heading.toArray());
    }

    /** Writes a row; null becomes an empty cell. */
    void row(@Nullable Object... cells) throws IOException {
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            texts[i] = inert(Objects.toString(cells[i], ""));
        }
        rows.write(texts);
    }

    static String inert(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
