package io.gatehouse.catalogue;

import java.net.URI;

/**
 * Fetches a picture that a workbook or a server names by its address. Its implementation must be safe against being
 * sent to addresses inside our own network, follow no redirects, and read no more than it is told to.
 */
public interface PictureFetch {

    /**
     * @param address begins with {@code https://}
     * @param most bytes to read; a larger answer is cut there
     * @throws io.gatehouse.core.InvalidValue at field {@code picture} if nothing could be fetched, saying why
     */
    byte[] fetch(URI address, int most);
}
