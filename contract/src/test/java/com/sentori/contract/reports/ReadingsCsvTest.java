package com.sentori.contract.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsCsvTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"sensor-1|sensor-1", "=1+1|'=1+1", "@x|'@x", "-2|'-2",
            "a,b|\"a,b\"", "say \"hi\"|\"say \"\"hi\"\"\"", "=a,b|\"'=a,b\""})
    void no_text_becomes_a_formula_or_breaks_its_cell(String text, String cell) {
        assertThat(ReadingsCsv.cell(text)).isEqualTo(cell);
    }
}
