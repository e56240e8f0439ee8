package io.gatehouse.access;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.gatehouse.core.Username;

/**
 * Who is signed in. Rights are asked anew at every request, but what a session remembers besides (the engine's web
 * applications keep a person's groups for minutes) ends only with it.
 */
@Component
class SignedIn {

    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;

    SignedIn(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions) {
        this.sessions = sessions;
    }

    /** Ends all their sessions, on every instance, once the change at hand is committed. */
    void end(Username person) {
        endAllBut(person, null);
    }

    /** @param kept the session of whoever asks; null to keep none */
    void endAllBut(Username person, @Nullable String kept) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCommit() {
                sessions.ifAvailable(it -> end(it, person, kept));
            }
        });
    }

    private static <S extends Session> void end(
            FindByIndexNameSessionRepository<S> sessions, Username person, @Nullable String kept) {
        sessions.findByPrincipalName(person.value()).keySet().stream()
                .filter(it -> !it.equals(kept))
                .forEach(sessions::deleteById);
    }
}
