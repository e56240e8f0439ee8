package io.gatehouse.catalogue;

/**
 * What came of an upload or of asking for release, in the numbers of the server API.
 *
 * @param status of an upload 1 the id exists, 2 done, 3 failed; of a release 0 being decided, 2 released, 3 rejected
 * @param message why it failed or was rejected; empty otherwise
 */
public record GoodsStatus(GoodsUpload item, int status, String message) {

    static final int RUNNING = 0;
    static final int EXISTS = 1;
    static final int DONE = 2;
    static final int FAILED = 3;
}
