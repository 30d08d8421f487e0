package org.tonmeister.mix;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tonmeister.audio.dsp.Parameters;
import org.tonmeister.schemas.record.MixOrder;

/** The tags of a mix: the source's own, and how the mix was made. */
public final class MixTags {
    private static final String PARAMETERS = "TONMEISTER_PARAMETERS";
    private static final String MODELS = "TONMEISTER_MODELS";

    private MixTags() {}

    /** The tags of a mix without models. */
    public static Map<String, String> of(Parameters parameters, Map<String, String> sourceTags) {
        var tags = new LinkedHashMap<>(sourceTags);
        tags.put(PARAMETERS, describe(parameters));
        return tags;
    }

    static Map<String, String> of(MixOrder order, Parameters parameters, Map<String, String> sourceTags) {
        var tags = of(parameters, sourceTags);
        tags.put(
                MODELS,
                order.getModels().stream()
                        .map(part -> part.getModel() + "/" + part.getVersion())
                        .collect(Collectors.joining(" ")));
        return tags;
    }

    private static String describe(Parameters parameters) {
        return parameters.toMap().entrySet().stream()
                .map(value -> String.format(Locale.ROOT, "%s=%.4f", value.getKey(), value.getValue()))
                .collect(Collectors.joining(" "));
    }
}
