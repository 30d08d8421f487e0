package org.tonmeister.training.evaluate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;

/**
 * Everything that is published about the models.
 *
 * @param provenance what it was made from
 * @param rows figures on masters
 * @param sends figures on dry sources, by source, parameter and row; empty if there are no such examples
 * @param behaviour by row; empty if it was left out
 * @param timing by model: measured on one machine, and not the same in two runs
 * @param tracks what the pictures show
 */
record Evaluation(
        Provenance provenance,
        List<RowFigures> rows,
        Map<String, Map<String, Map<String, SendFigures>>> sends,
        Map<String, BehaviourFigures> behaviour,
        Map<String, Timing> timing,
        @JsonIgnore List<JudgedTrack> tracks) {}
