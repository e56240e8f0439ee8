package io.gatehouse.orders;

/** What a purchase comes to. */
public sealed interface PurchaseAnswer permits Purchased, PurchaseRefused {}
