package io.gatehouse.exemption;

import java.util.List;

import io.gatehouse.core.AppId;

/**
 * What a superapp administrator wants.
 *
 * @param items ids of the chosen items; left empty unless {@code CHOSEN} ones are taken down
 */
public record RevocationWanted(AppId game, String reason, Takedown takedown, List<String> items) {}
