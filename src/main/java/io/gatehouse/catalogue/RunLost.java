package io.gatehouse.catalogue;

/** Whoever worked on an import holds it no more: it was discarded, or another instance has taken it up. */
class RunLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunLost(String number) {
        super("Import %s is not ours any more".formatted(number));
    }
}
