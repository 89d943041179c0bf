package dev.sentinel.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoffTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "--no-tui, \\-\\-no\\-tui",
                "a\\nb, a\\enb",
                "tree's, tree\\(aqs",
                "~/x^`, \\(ti/x\\(ha\\(ga",
                "say \"no\", say \\(dqno\\(dq",
                "80 %, 80 %",
                "grün, gr\\[u00FC]n",
            })
    void text_is_what_will_be_read(String plain, String escaped) {
        assertEquals(escaped, Roff.text(plain));
    }

    @Test
    void no_line_of_text_is_taken_for_a_request() {
        String page = new Roff("X", 1, "").example(".TH x\n'br\n\\fBx\n").toString();
        assertEquals(
                """
                .TH "X" 1 "" ""
                .ad l
                .PP
                .RS 4
                .EX
                \\&.TH x
                \\(aqbr
                \\efBx
                .EE
                .RE
                """,
                page);
    }

    @Test
    void a_paragraph_is_one_line() {
        String page = new Roff("X", 1, "").paragraph("a\n.b").toString();
        assertEquals(".PP\na .b\n", page.substring(page.indexOf(".PP")));
    }
}
