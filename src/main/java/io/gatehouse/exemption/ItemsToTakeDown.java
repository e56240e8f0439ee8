package io.gatehouse.exemption;

import java.util.List;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Username;

/**
 * An exemption was revoked and these items go with it; told in the transaction that takes them down. Told again when
 * the step is repeated, so items that sell no longer are left as they are.
 *
 * @param by who asked for the revocation
 * @param request the number of the revocation
 */
public record ItemsToTakeDown(AppId game, List<String> codes, String reason, Username by, String request) {}
