package org.tonmeister.training.corpus;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which tracks a command works on. */
final class CorpusOptions {
    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            converter = SplitConverter.class,
            description = "train, val, test, multi-train or multi-test; may be given several times. All if left out.")
    private List<Split> splits = new ArrayList<>();

    /** The splits asked for; all if none were. */
    Set<Split> splits() {
        return splits.isEmpty() ? EnumSet.allOf(Split.class) : EnumSet.copyOf(splits);
    }

    static final class SplitConverter implements ITypeConverter<Split> {
        @Override
        public Split convert(String label) {
            return Split.of(label)
                    .orElseThrow(() ->
                            new TypeConversionException("'" + label + "' is not a split; there are " + Split.labels()));
        }
    }
}
