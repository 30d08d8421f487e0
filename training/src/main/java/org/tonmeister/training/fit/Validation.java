package org.tonmeister.training.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tonmeister.audio.dsp.Parameter;
import org.tonmeister.neural.input.Scale;
import org.tonmeister.neural.network.MixNetwork;
import org.tonmeister.training.targets.Protocol;

/**
 * The mean absolute error of tracks' answers on the validation split: by protocol, without a reference and with one. With
 * one the first half of the windows is judged, and the clean second half is the reference.
 */
final class Validation {
    private static final Set<Parameter> SENDS = EnumSet.of(Parameter.REVERB, Parameter.DELAY);

    private final List<Bag> bags;
    private final WindowTable table;
    private final Scale pictures;
    private final Scale figures;

    Validation(Bags bags, Scale pictures, Scale figures) {
        this.bags = bags.all();
        this.table = bags.table();
        this.pictures = pictures;
        this.figures = figures;
    }

    /** The errors of a network; sends are judged on their own examples only. */
    TrackErrors errors(MixNetwork network, NDManager manager) {
        var store = new ParameterStore(manager, false);
        Map<String, List<Map<Parameter, Double>>> errors = new TreeMap<>();
        for (Bag bag : bags) {
            String protocol = bag.example().protocol().jsonName();
            errors.computeIfAbsent(protocol, p -> new ArrayList<>())
                    .add(error(new Pick(bag, bag.windows(), new int[0]), network, store, manager));
            Pick halves = halves(bag);
            if (halves.reference().length > 0) {
                errors.computeIfAbsent(protocol + "+reference", p -> new ArrayList<>())
                        .add(error(halves, network, store, manager));
            }
        }
        return TrackErrors.of(errors);
    }

    private Pick halves(Bag bag) {
        Bag clean = bags.stream()
                .filter(b -> b.example().protocol() == Protocol.CLEAN
                        && b.example().track().equals(bag.example().track()))
                .findFirst()
                .orElse(null);
        int half = bag.windows().length / 2;
        // The same windows of all examples of a track are in the set, so their places agree.
        boolean none = clean == null || half == 0 || clean.windows().length != bag.windows().length;
        return none
                ? new Pick(bag, bag.windows(), new int[0])
                : new Pick(
                        bag,
                        Arrays.copyOf(bag.windows(), half),
                        Arrays.copyOfRange(clean.windows(), half, clean.windows().length));
    }

    private Map<Parameter, Double> error(Pick pick, MixNetwork network, ParameterStore store, NDManager manager) {
        try (var scope = manager.newSubManager()) {
            Batch batch = Batch.of(List.of(pick), table, pictures, figures, scope);
            batch.inputs().attach(scope);
            NDArray output = network.forward(store, batch.inputs(), false).singletonOrThrow();
            output.attach(scope);
            float[] answer = BagLoss.answers(output, batch).toFloatArray();
            return error(answer, pick.bag());
        }
    }

    private static Map<Parameter, Double> error(float[] answer, Bag bag) {
        boolean sends = bag.example().protocol() == Protocol.SENDS;
        Map<Parameter, Double> errors = new EnumMap<>(Parameter.class);
        for (Parameter p : bag.example().known()) {
            if (SENDS.contains(p) == sends) {
                double clipped = Math.max(0, Math.min(1, answer[p.ordinal()]));
                errors.put(p, Math.abs(clipped - bag.example().parameters().get(p)));
            }
        }
        return errors;
    }
}
