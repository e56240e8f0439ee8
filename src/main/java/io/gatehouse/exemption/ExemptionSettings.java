package io.gatehouse.exemption;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation may set about exemptions.
 *
 * @param secondPersonAbove taking down more items than this in one revocation needs a second person
 */
@ConfigurationProperties("gatehouse.exemption")
record ExemptionSettings(@DefaultValue("20") int secondPersonAbove) {}
