package io.gatehouse.catalogue;

import org.springframework.stereotype.Component;

/**
 * What {@code processes/item-release.bpmn} asks of us. Public only because the engine's expression language cannot call
 * a package-private class; no Java code depends on it.
 */
@Component
public class ItemReleaseTasks {

    private final Publication publication;

    ItemReleaseTasks(Publication publication) {
        this.publication = publication;
    }

    /** Whether the release needs no review; then it counts as approved. */
    public boolean isExempt(String number) {
        return publication.approveIfExempt(number);
    }

    /** Releases what was approved; tells whether that is everything that was asked for. */
    public boolean publish(String number) {
        return publication.publish(number);
    }

    public void tellTeam(String number) {
        publication.tellTeam(number);
    }
}
