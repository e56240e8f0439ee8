package io.gatehouse.exemption;

import java.time.Instant;

import io.gatehouse.access.Game;

/** A game whose releases need no approval, since when. */
public record ExemptGame(Game game, Instant since) {}
