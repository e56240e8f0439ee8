package io.gatehouse.audit;

/** The names of the files in an evidence archive. */
final class EvidenceFiles {

    static final String README = "README.txt";

    /** Facts, timeline, decisions and mails, as JSON. */
    static final String CASE = "case.json";

    /** The log rows of the case, each in the line that its digest is made of. */
    static final String LOG = "log.tsv";

    /** The chain from the link before the first row on: position, digest, hash. */
    static final String CHAIN = "chain.tsv";

    /** The heads that were written out and fall on that part of the chain. */
    static final String HEADS = "heads.log";

    /** The SHA-256 of every other file, in the format of {@code sha256sum}. */
    static final String MANIFEST = "manifest.sha256";

    private EvidenceFiles() {}
}
