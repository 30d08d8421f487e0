package org.tonmeister.standalone.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal shows after it was written to, as far as our display's means go: lines, cursor up, clear below. */
final class Screen {
    private static final Pattern TOKEN = Pattern.compile("\u001b\\[(\\d*)([AJ])|(\r)|(\n)|([^\u001b\r\n]+)");

    private Screen() {}

    static List<String> after(String written) {
        var lines = new ArrayList<String>();
        int row = 0;
        Matcher token = TOKEN.matcher(written);
        while (token.find()) {
            if ("A".equals(token.group(2))) {
                row -= Integer.parseInt(token.group(1));
            } else if ("J".equals(token.group(2))) {
                lines.subList(Math.min(row, lines.size()), lines.size()).clear();
            } else if (token.group(4) != null) {
                row++;
            } else if (token.group(5) != null) {
                while (lines.size() <= row) {
                    lines.add("");
                }
                lines.set(row, token.group(5));
            }
        }
        return lines;
    }
}
