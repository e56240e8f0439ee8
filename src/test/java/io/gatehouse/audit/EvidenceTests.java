package io.gatehouse.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

import io.gatehouse.core.Username;

import static org.assertj.core.api.Assertions.assertThat;

/** An evidence archive … */
class EvidenceTests extends AuditedCase {

    private static final Username ERIK = new Username("auditor");

    @Autowired
    private Evidence evidence;

    @Autowired
    private BusinessLog log;

    @TempDir
    private Path folder;

    @Test
    void provesItself() throws IOException {
        var archive = exported();

        assertThat(files(archive).keySet())
                .contains(
                        "README.txt",
                        "case.json",
                        "log.tsv",
                        "chain.tsv",
                        "heads.log",
                        "manifest.sha256",
                        "payment-enablement-v1/processes/payment-enablement.bpmn",
                        "payment-enablement-v1/forms/decide-enablement.form");
        assertThat(verified(archive)).startsWith("0 OK ").contains("Written head: 20");
    }

    @Test
    void claimsFourEyesOnlyWherePeopleDecided() throws IOException {

        var byRule = evidence.export(decidedByRule(), ERIK);
        var byPeople = evidence.export(ended(), ERIK);

        assertThat(facts(byRule).get("fourEyes").isNull()).isTrue();
        assertThat(facts(byPeople).get("fourEyes").booleanValue()).isTrue();
        Files.delete(byRule);
        Files.delete(byPeople);
    }

    @Test
    void leavesItsFingerprintInTheLog() throws IOException {
        var archive = exported();

        var fingerprint = DigestUtils.sha256Hex(files(archive).get("manifest.sha256"));

        assertThat(log.find(new LogFilter("evidence.", "auditor", null, null, null, null), null)
                        .rows()
                        .get(0)
                        .entry()
                        .details())
                .contains(fingerprint);
    }

    @Test
    void namesEveryFileOfWhichAByteWasChanged() throws IOException {
        var archive = exported();
        var original = files(archive);

        for (var name : original.keySet()) {
            var bytes = original.get(name);
            bytes[bytes.length / 2] ^= 1;
            var changed = zipped(original);
            bytes[bytes.length / 2] ^= 1;

            assertThat(verified(changed)).as(name).startsWith("1 BAD ");
            if (!name.equals("manifest.sha256")) {
                assertThat(verified(changed)).contains(name + " was changed");
            }
        }
    }

    @Test
    void namesTheRowThatWasChangedEvenWithAListOfHashesMadeAnew() throws IOException {
        var files = files(exported());
        var lines = new String(files.get("log.tsv"), StandardCharsets.UTF_8);
        files.put("log.tsv", lines.replace("Season start", "Season close").getBytes(StandardCharsets.UTF_8));
        var position = lines.substring(0, lines.indexOf('\t'));
        files.put("manifest.sha256", manifest(files));

        var verdict = verified(zipped(files));

        assertThat(verdict).contains("the log row at position " + position + " was changed");
    }

    @Test
    void saysWhatIsMissingAndWhatWasAdded() throws IOException {
        var files = files(exported());
        files.remove("case.json");
        files.put("letter.txt", "He did it".getBytes(StandardCharsets.UTF_8));

        var verdict = verified(zipped(files));

        assertThat(verdict).contains("case.json is missing", "letter.txt was added");
    }

    private Path exported() throws IOException {
        var number = ended();
        seal();
        var file = evidence.export(number, ERIK);
        return Files.move(file, folder.resolve(number + ".zip"));
    }

    private static JsonNode facts(Path archive) throws IOException {
        return new ObjectMapper().readTree(files(archive).get("case.json"));
    }

    private static byte[] manifest(Map<String, byte[]> files) {
        var list = new StringBuilder();
        files.forEach((name, bytes) -> {
            if (!name.equals("manifest.sha256")) {
                list.append(DigestUtils.sha256Hex(bytes))
                        .append("  ")
                        .append(name)
                        .append('\n');
            }
        });
        return list.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> files(Path archive) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    private Path zipped(Map<String, byte[]> files) throws IOException {
        var archive = folder.resolve("changed.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return archive;
    }

    private static String verified(Path archive) throws IOException {
        var out = new ByteArrayOutputStream();
        var code = VerifyEvidence.run(
                new String[] {archive.toString()}, new PrintStream(out, true, StandardCharsets.UTF_8));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }
}
