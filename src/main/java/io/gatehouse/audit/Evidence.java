package io.gatehouse.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.Username;
import io.gatehouse.workflow.History;

/**
 * The evidence of one case as an archive that proves itself: {@link VerifyEvidence} needs neither Gatehouse nor its
 * database. The fingerprint of the archive is written into the business log, so that an archive made up later shows.
 */
@Service
public class Evidence {

    private final Cases cases;
    private final Links links;
    private final Heads heads;
    private final History history;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;
    private final Clock clock;

    Evidence(
            Cases cases,
            Links links,
            Heads heads,
            History history,
            ApplicationEventPublisher events,
            ObjectMapper json,
            Clock clock) {
        this.cases = cases;
        this.links = links;
        this.heads = heads;
        this.history = history;
        this.events = events;
        this.json = json.copy().enable(SerializationFeature.INDENT_OUTPUT);
        this.clock = clock;
    }

    /** Writes the archive to a temporary file, which the caller deletes. */
    @Transactional
    public Path export(String number, Username by) {
        var view = cases.get(number);
        try {
            var file = Files.createTempFile("gatehouse-evidence-", ".zip");
            try (var archive = new EvidenceArchive(Files.newOutputStream(file))) {
                write(view, archive);
                var fingerprint = archive.finish();
                events.publishEvent(BusinessEvent.of("evidence.exported", by.value(), "case " + number)
                        .with("fingerprint", fingerprint));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The evidence of " + number + " was not written", e);
        }
    }

    private void write(CaseView view, EvidenceArchive archive) throws IOException {
        var readme = new ClassPathResource("audit/evidence-readme.txt").getContentAsString(StandardCharsets.UTF_8);
        archive.add(EvidenceFiles.README, readme.replace("{number}", view.number()));
        archive.add(EvidenceFiles.CASE, json.writeValueAsString(facts(view)));
        var files = new TreeMap<String, String>();
        for (var instance : view.instances()) {
            var version = instance.row().process() + "-v" + instance.row().version() + "/";
            history.files(instance.definitionId()).forEach((name, content) -> files.put(version + name, content));
        }
        for (var file : files.entrySet()) {
            archive.add(file.getKey(), file.getValue());
        }
        archive.add(EvidenceFiles.LOG, out -> writeLog(view, out));
        archive.add(EvidenceFiles.CHAIN, out -> writeChain(view.proof(), out));
        archive.add(EvidenceFiles.HEADS, out -> writeHeads(view.proof(), out));
    }

    private LinkedHashMap<String, Object> facts(CaseView view) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("number", view.number());
        facts.put("exportedAt", clock.instant());
        facts.put("game", view.game());
        facts.put("request", view.request());
        facts.put("fourEyes", view.fourEyes());
        facts.put("started", view.started());
        facts.put("ended", view.ended());
        facts.put(
                "instances",
                view.instances().stream()
                        .map(it -> {
                            var instance = new LinkedHashMap<String, Object>();
                            instance.put("instance", it.row());
                            instance.put("activities", it.activities());
                            instance.put("incidents", it.incidents());
                            instance.put("called", it.called());
                            return instance;
                        })
                        .toList());
        facts.put("timeline", view.timeline());
        facts.put("mails", view.mails());
        return facts;
    }

    private static void writeLog(CaseView view, OutputStream out) {
        view.log().stream()
                .filter(it -> it.position() != null)
                .sorted((a, b) -> Long.compare(position(a), position(b)))
                .forEach(it -> line(out, Chain.line(position(it), it.entry())));
    }

    private static long position(LogLine line) {
        return Objects.requireNonNull(line.position());
    }

    /** The first line is the link before: its digest does not matter any more. */
    private void writeChain(Proof proof, OutputStream out) {
        if (proof.first() > 0) {
            line(out, (proof.first() - 1) + "\t-\t" + links.hashAt(proof.first() - 1));
            links.read(
                    proof.first() - 1,
                    proof.through(),
                    it -> line(out, it.position() + "\t" + it.digest() + "\t" + it.hash()));
        }
    }

    private void writeHeads(Proof proof, OutputStream out) {
        heads.all().stream()
                .filter(it -> it.position() >= proof.first() && it.position() <= proof.through())
                .forEach(it -> line(out, it.line()));
    }

    private static void line(OutputStream out, String text) {
        try {
            out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
