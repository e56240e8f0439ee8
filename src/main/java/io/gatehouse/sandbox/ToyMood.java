package io.gatehouse.sandbox;

/** What a toy game's server was told to do with the notifications that come in. */
enum ToyMood {
    /** Delivers and acknowledges. */
    WELL,
    /** Answers 500. */
    ERROR,
    /** Answers 200 with a returnCode that is not 0. */
    REFUSING,
    /** Delivers, but answers after ten seconds, which is too late. */
    SLOW
}
