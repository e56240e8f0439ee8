package io.gatehouse.console.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.gatehouse.access.Capability;
import io.gatehouse.access.Requires;

/** For everybody who decides something; each request asks for its own right again when it is decided. */
@Requires(
        value = {
            Capability.ENABLEMENT_DECIDE,
            Capability.MERCHANT_DECIDE,
            Capability.EXEMPTION_DECIDE,
            Capability.ITEM_RELEASE_DECIDE,
            Capability.REFUND_DECIDE,
            Capability.REFUND_PAY
        },
        onGame = false)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface ForReviewers {}
