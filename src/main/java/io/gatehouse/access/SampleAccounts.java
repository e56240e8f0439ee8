package io.gatehouse.access;

import java.util.List;

/** The accounts of the samples, which the sign-in page offers; without samples there is none of these. */
public interface SampleAccounts {

    /** Their user names. */
    List<String> usernames();
}
