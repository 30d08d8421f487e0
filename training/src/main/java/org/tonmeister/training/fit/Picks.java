package org.tonmeister.training.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.tonmeister.training.targets.Protocol;

/** What the network sees in an epoch, in which order: all from one generator, so that a seed makes a run. */
final class Picks {
    private static final int WINDOWS = 6;
    private static final double WITH_REFERENCE = 0.5;
    /** Clean masters, which have more windows than a bag takes: so many times an epoch. */
    private static final int CLEAN_TIMES = 2;

    private final List<Bag> bags;
    private final Random random;
    private final Levels levels;

    Picks(List<Bag> bags, Random random) {
        Map<Boolean, List<Bag>> clean =
                bags.stream().collect(Collectors.partitioningBy(b -> b.example().protocol() == Protocol.CLEAN));
        this.bags = new ArrayList<>(clean.get(false));
        for (int i = 0; i < CLEAN_TIMES; i++) {
            this.bags.addAll(clean.get(true));
        }
        this.random = random;
        levels = new Levels(random);
    }

    /** Bags of an epoch. */
    int size() {
        return bags.size();
    }

    /** The picks of an epoch. */
    List<Pick> epoch() {
        List<Bag> order = new ArrayList<>(bags);
        Collections.shuffle(order, random);
        List<Pick> picks = new ArrayList<>();
        for (Bag bag : order) {
            boolean reference = random.nextDouble() < WITH_REFERENCE;
            picks.add(levels.pick(bag, some(bag.windows()), reference ? some(bag.reference()) : new int[0]));
        }
        return picks;
    }

    private int[] some(int[] rows) {
        List<Integer> shuffled = new ArrayList<>();
        for (int row : rows) {
            shuffled.add(row);
        }
        Collections.shuffle(shuffled, random);
        return shuffled.stream().limit(WINDOWS).mapToInt(i -> i).toArray();
    }
}
