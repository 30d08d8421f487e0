package org.tonmeister.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tonmeister.standalone.console.ProgressDisplay;
import org.tonmeister.standalone.plot.PlotException;

/** Renders files one after the other: one alone keeps two processors busy. */
final class RenderRun {
    private final ProgressDisplay display;
    private final RenderOutput output;
    private boolean complete = true;

    RenderRun(ProgressDisplay display, RenderOutput output) {
        this.display = display;
        this.output = output;
    }

    /** Whether all was done. */
    boolean render(List<Path> files, Optional<RenderTables> tables) {
        var inputs = files.stream().map(InputFile::new).toList();
        List<String> names = OutputNames.of(inputs);
        for (int i = 0; i < inputs.size(); i++) {
            InputFile input = inputs.get(i);
            Path target = output.target(names.get(i));
            var complaint = input.complaint().or(() -> overwritten(target, files));
            if (complaint.isPresent()) {
                complain(input.path(), complaint.get());
            } else {
                render(input, names.get(i), target, tables);
            }
        }
        return complete;
    }

    private void render(InputFile input, String name, Path target, Optional<RenderTables> tables) {
        try (var view = display.begin(input.name())) {
            var rendered = output.render(input.path(), name, view);
            tables.ifPresent(shown -> shown.print(rendered.report(), input.path(), target));
            if (output.isDrawn()) {
                output.draw(rendered, name, view);
            }
        } catch (PlotException e) {
            complain(input.path(), e.getMessage());
        } catch (IOException e) {
            complain(input.path(), Reasons.of(e));
        }
    }

    private void complain(Path file, String reason) {
        complete = false;
        display.say(file + ": " + Reasons.firstLine(reason));
    }

    /** Why a result must not be written: it is another source of this call. */
    private static Optional<String> overwritten(Path target, List<Path> sources) {
        for (Path source : sources) {
            try {
                if (Files.exists(target) && Files.exists(source) && Files.isSameFile(target, source)) {
                    return Optional.of("its result would overwrite " + source + ": name another folder with --out");
                }
            } catch (IOException e) {
                return Optional.of("cannot write " + target + ": " + Reasons.of(e));
            }
        }
        return Optional.empty();
    }
}
