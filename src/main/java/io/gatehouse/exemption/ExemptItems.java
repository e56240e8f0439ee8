package io.gatehouse.exemption;

import java.util.List;

import io.gatehouse.core.AppId;

/** Knows the items released under an exemption; the module that owns items implements it. */
public interface ExemptItems {

    List<ExemptItem> of(AppId game);
}
