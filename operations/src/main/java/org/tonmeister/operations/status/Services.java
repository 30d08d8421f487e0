package org.tonmeister.operations.status;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tonmeister.pipeline.settings.PipelineSettings;
import org.tonmeister.schemas.Topic;

/** The services by their consumer groups, and what each reads. */
final class Services {
    private static final String PREDICT = "predict-";
    private static final List<String> FIRST = List.of("ingest", "features");
    private static final List<String> LAST = List.of("ensemble", "mix", "gateway");

    private Services() {}

    static boolean isService(PipelineSettings settings, String group) {
        if (!group.startsWith(settings.groupId(""))) {
            return false;
        }
        String name = name(settings, group);
        return name.startsWith(PREDICT) || FIRST.contains(name) || LAST.contains(name);
    }

    /** The groups that every pipeline has, and those of the models that are there. */
    static List<String> inOrder(PipelineSettings settings, Collection<String> present) {
        Set<String> models = new TreeSet<>(present);
        models.removeIf(group -> !name(settings, group).startsWith(PREDICT));
        var groups = new ArrayList<String>();
        FIRST.forEach(name -> groups.add(settings.groupId(name)));
        groups.addAll(models);
        LAST.forEach(name -> groups.add(settings.groupId(name)));
        return groups;
    }

    static String name(PipelineSettings settings, String group) {
        return group.substring(settings.groupId("").length());
    }

    /** Whether it reads only one of {@link #reads}: a model, of the two kinds of features. */
    static boolean readsOnlyOne(String service) {
        return service.startsWith(PREDICT);
    }

    static List<Topic> reads(String service) {
        return switch (service) {
            case "ingest" -> List.of(Topic.UPLOADS);
            case "features" -> List.of(Topic.AUDIO);
            case "ensemble" -> List.of(Topic.PREDICTIONS, Topic.MIX_REQUESTS);
            case "mix" -> List.of(Topic.MIX_ORDERS);
            case "gateway" -> List.of(Topic.UPLOADS, Topic.PROGRESS, Topic.MIX_ORDERS, Topic.MIXES);
            default -> List.of(Topic.SPECTROGRAMS, Topic.AST_FEATURES);
        };
    }
}
