package io.gatehouse.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * Checks an evidence archive without Gatehouse and without its database, and names whatever is not as it was exported:
 * {@code java -cp gatehouse.jar -Dloader.main=io.gatehouse.audit.VerifyEvidence
 * org.springframework.boot.loader.launch.PropertiesLauncher EN-20261123-0001.zip}. Ends with 0 if everything is in
 * order, with 1 if not, with 2 if there is nothing to check.
 */
public final class VerifyEvidence {

    private final ZipFile archive;
    private final List<String> faults = new ArrayList<>();
    private String summary = "";

    private VerifyEvidence(ZipFile archive) {
        this.archive = archive;
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) throws IOException {
        if (arguments.length != 1) {
            out.println("Usage: VerifyEvidence <evidence archive.zip>");
            return 2;
        }
        var faults = new ArrayList<String>();
        var summary = "";
        try (var archive = new ZipFile(Path.of(arguments[0]).toFile(), StandardCharsets.UTF_8)) {
            var verification = new VerifyEvidence(archive);
            verification.verify();
            faults.addAll(verification.faults);
            summary = verification.summary;
        } catch (ZipException e) {
            faults.add(arguments[0] + " is no longer a whole archive: " + e.getMessage());
        }
        faults.forEach(it -> out.println("BAD  " + it));
        if (faults.isEmpty()) {
            out.println(summary);
        }
        return faults.isEmpty() ? 0 : 1;
    }

    private void verify() throws IOException {
        var fingerprint = checkFiles();
        if (archive.getEntry(EvidenceFiles.CHAIN) == null || archive.getEntry(EvidenceFiles.LOG) == null) {
            return;
        }
        try {
            var verdict = checkChain();
            summary = """
                    OK   Every file is as it was exported, and the chain of the business log holds: %d links up to position %d.
                    Hash there:   %s
                    Written head: %s
                    Fingerprint:  %s
                    Compare the head with your own copy of heads.log, and the fingerprint with the row
                    evidence.exported of the business log.""".formatted(
                            verdict.checked(),
                            verdict.last(),
                            verdict.hash(),
                            verdict.against() == null
                                    ? "none in this part"
                                    : verdict.against().line(),
                            fingerprint);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            faults.add("a line of the log, the chain or the heads cannot be read: " + e.getMessage());
        }
    }

    private String checkFiles() throws IOException {
        var listed = new TreeMap<String, String>();
        var list = new StringBuilder();
        for (var line : lines(EvidenceFiles.MANIFEST)) {
            list.append(line).append('\n');
            var gap = line.indexOf("  ");
            listed.put(gap < 0 ? line : line.substring(gap + 2), gap < 0 ? "" : line.substring(0, gap));
        }
        var entries = archive.entries();
        while (entries.hasMoreElements()) {
            var name = entries.nextElement().getName();
            var hash = listed.remove(name);
            if (name.equals(EvidenceFiles.MANIFEST)) {
                continue;
            }
            if (hash == null) {
                faults.add(name + " was added: it is not in " + EvidenceFiles.MANIFEST);
            } else if (!hash.equals(hash(name))) {
                faults.add(name + " was changed: its hash is not the one in " + EvidenceFiles.MANIFEST);
            }
        }
        listed.keySet().forEach(name -> faults.add(name + " is missing"));
        return DigestUtils.sha256Hex(list.toString());
    }

    private Verdict checkChain() throws IOException {
        var rows = rows();
        var heads = lines(EvidenceFiles.HEADS).stream().map(Head::parse).toList();
        Verifier verifier = null;
        try (var chain = reader(EvidenceFiles.CHAIN)) {
            for (var line = chain.readLine(); line != null; line = chain.readLine()) {
                var fields = line.split("\t");
                var position = Long.parseLong(fields[0]);
                if (verifier == null) {
                    verifier = new Verifier(position, fields[2], heads);
                    continue;
                }
                var row = rows.remove(position);
                var digest = row == null ? fields[1] : row;
                if (!digest.equals(fields[1])) {
                    faults.add("the log row at position %d was changed".formatted(position));
                }
                verifier.check(new Link(position, null, fields[1], fields[2]));
            }
        }
        rows.keySet().forEach(it -> faults.add("the log row at position %d is not in the chain".formatted(it)));
        var verdict = (verifier == null ? new Verifier(heads) : verifier).verdict(Instant.EPOCH);
        if (verdict.fault() != null) {
            faults.add("the chain breaks at position %d: %s"
                    .formatted(verdict.fault().position(), verdict.fault().kind()));
        }
        return verdict;
    }

    private Map<Long, String> rows() throws IOException {
        var rows = new HashMap<Long, String>();
        for (var line : lines(EvidenceFiles.LOG)) {
            rows.put(Long.valueOf(line.substring(0, line.indexOf('\t'))), DigestUtils.sha256Hex(line));
        }
        return rows;
    }

    private String hash(String name) throws IOException {
        try (var content = archive.getInputStream(archive.getEntry(name))) {
            return DigestUtils.sha256Hex(content);
        } catch (ZipException e) {
            return "unreadable: " + e.getMessage();
        }
    }

    private List<String> lines(String name) throws IOException {
        if (archive.getEntry(name) == null) {
            return List.of();
        }
        try (var reader = reader(name)) {
            return reader.lines().toList();
        }
    }

    private BufferedReader reader(String name) throws IOException {
        return new BufferedReader(
                new InputStreamReader(archive.getInputStream(archive.getEntry(name)), StandardCharsets.UTF_8));
    }
}
