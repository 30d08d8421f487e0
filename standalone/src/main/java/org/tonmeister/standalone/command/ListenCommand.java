package org.tonmeister.standalone.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.common.KafkaException;
import org.tonmeister.client.Start;
import org.tonmeister.client.TonmeisterClient;
import org.tonmeister.client.TrackListener;
import org.tonmeister.pipeline.logrange.MissingRangeException;
import org.tonmeister.schemas.record.Mix;
import org.tonmeister.standalone.console.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes every mix as it comes. */
@Command(
        name = "listen",
        mixinStandardHelpOptions = true,
        description = "Writes every mix and its report as it comes, also those of tracks that others published, until"
                + " stopped. Without --bootstrap, from the broker that 'serve' or 'mix' runs on the data folder.")
public final class ListenCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the mixes")
    private Path out;

    @Option(names = "--from-beginning", description = "first all mixes that the broker still has")
    private boolean fromBeginning;

    @Mixin
    private ConnectionOptions where = new ConnectionOptions();

    /** Writes to {@code terminal}. */
    public ListenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    @SuppressWarnings("try") // The subscription speaks through the Writer.
    public Integer call() throws InterruptedException {
        Logging.toFile(where.data().logs());
        MixOutput output = MixOutput.in(out);
        BlockingQueue<String> ended = new LinkedBlockingQueue<>();
        try (var connection = where.openRunning();
                var client = connection.client();
                var subscription = client.subscribe(
                        fromBeginning ? Start.beginning() : Start.now(), new Writer(client, output, ended))) {
            terminal.err().println("tonmeister: listening at " + connection.bootstrap() + "; Ctrl-C stops");
            throw UserException.failure(ended.take());
        }
    }

    private final class Writer implements TrackListener {
        private final TonmeisterClient client;
        private final MixOutput output;
        private final BlockingQueue<String> ended;
        private final HeardNames names = new HeardNames();

        private Writer(TonmeisterClient client, MixOutput output, BlockingQueue<String> ended) {
            this.client = client;
            this.output = output;
            this.ended = ended;
        }

        @Override
        public void onMix(Mix mix) {
            try {
                Path written = output.write(client, mix, names.of(mix));
                terminal.out().println(written);
                terminal.out().flush();
            } catch (MissingRangeException | KafkaException e) {
                complain(mix, "the mix cannot be fetched: " + e.getMessage());
            } catch (IOException e) {
                complain(mix, "the mix cannot be written: " + Reasons.of(e));
            }
        }

        @Override
        public void onFailure(KafkaException failure) {
            ended.add("the connection to the broker failed: " + Reasons.firstLine(failure.getMessage()));
        }

        private void complain(Mix mix, String reason) {
            terminal.err().println(mix.getTrackId() + ": " + Reasons.firstLine(reason));
        }
    }
}
