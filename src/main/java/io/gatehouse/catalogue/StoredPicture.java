package io.gatehouse.catalogue;

/** A picture as it is served. */
public record StoredPicture(String type, byte[] content) {}
