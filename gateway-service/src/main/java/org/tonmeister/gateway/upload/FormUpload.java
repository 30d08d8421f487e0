package org.tonmeister.gateway.upload;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tonmeister.gateway.http.Exchange;
import org.tonmeister.gateway.problem.Problem;
import org.tonmeister.schemas.record.MixOptions;

/**
 * The files of a form. Its fields may come behind the files, so nothing is published before its end; then all files are,
 * or none.
 */
final class FormUpload {
    private static final int MAX_FILES = 100;

    private final UploadParts parts;
    private final Publication publication;
    private final RunningUploads running;

    FormUpload(UploadParts parts, Publication publication, RunningUploads running) {
        this.parts = parts;
        this.publication = publication;
        this.running = running;
    }

    Future<List<Accepted>> take(Exchange exchange, Optional<IdempotencyKey> key) {
        HttpServerRequest request = exchange.request();
        var options = new OptionFields().add(request.params());
        options.parse();
        BodyChecks.requireWhole(request);
        BodyChecks.requireLength(request, parts.limits().uploadBytes());
        return key.map(known -> running.during(known.trackId(0), () -> read(exchange, options, key)))
                .orElseGet(() -> read(exchange, options, key));
    }

    private Future<List<Accepted>> read(Exchange exchange, OptionFields options, Optional<IdempotencyKey> key) {
        return new Form(exchange, key).read().compose(files -> {
            MixOptions asked = options.add(exchange.request().formAttributes()).parse();
            return publication.publish(files, asked, key, exchange.trace());
        });
    }

    /** One form while it is read. */
    private final class Form {
        private final Exchange exchange;
        private final Optional<IdempotencyKey> key;
        private final ByteBudget budget = new ByteBudget(parts.limits().uploadBytes());
        private final List<Future<StoredFile>> files = new ArrayList<>();
        private final List<RangeUpload> uploads = new ArrayList<>();
        private final Promise<Void> end = Promise.promise();

        Form(Exchange exchange, Optional<IdempotencyKey> key) {
            this.exchange = exchange;
            this.key = key;
        }

        Future<List<StoredFile>> read() {
            HttpServerRequest request = exchange.request();
            request.setExpectMultipart(true);
            request.uploadHandler(this::file);
            request.exceptionHandler(end::tryFail);
            request.endHandler(done -> {
                uploads.forEach(RangeUpload::requestEnded);
                end.tryComplete();
            });
            BodyChecks.welcome(request);
            request.resume();
            return end.future().recover(this::unreadable).compose(done -> stored());
        }

        private Future<List<StoredFile>> stored() {
            if (files.isEmpty()) {
                throw Problem.badRequest("The form has no file: a part with a file name is one");
            }
            return Future.all(files).map(all -> all.<StoredFile>list());
        }

        private void file(HttpServerFileUpload part) {
            try {
                if (files.size() == MAX_FILES) {
                    throw Problem.tooLarge("A form may have " + MAX_FILES + " files at most");
                }
                store(part, MediaTypes.ofSound(part.contentType()));
            } catch (RuntimeException e) {
                part.handler(bytes -> {});
                end.tryFail(e);
            }
        }

        private void store(HttpServerFileUpload part, Optional<String> mediaType) {
            int index = files.size();
            String trackId = key.map(known -> known.trackId(index))
                    .orElseGet(() -> UUID.randomUUID().toString());
            String fileName = FileNames.plain(part.filename());
            var upload = new RangeUpload(parts.log().begin(trackId), parts.workers(), exchange.context(), budget);
            uploads.add(upload);
            files.add(upload.read(part)
                    .map(range -> new StoredFile(
                            trackId,
                            fileName,
                            mediaType,
                            range.orElseThrow(() -> Problem.badRequest("The file '" + fileName + "' is empty"))))
                    .onFailure(end::tryFail));
        }

        /** What Netty's decoder says of a form is for programmers. */
        private Future<Void> unreadable(Throwable fault) {
            return Future.failedFuture(
                    fault.getClass().getName().startsWith("io.netty.handler.codec.http.multipart.")
                            ? Problem.badRequest("The form cannot be read: it must be multipart/form-data as browsers"
                                    + " and curl -F send it")
                            : fault);
        }
    }
}
