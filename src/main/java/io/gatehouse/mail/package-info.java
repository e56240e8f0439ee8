/** Mails to people: in their language, each with a link, each sent once, each kept for the auditor. */
@ApplicationModule(allowedDependencies = {"core", "access"})
@NullMarked
package io.gatehouse.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
