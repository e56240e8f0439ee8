package io.gatehouse.requests;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import io.gatehouse.core.AppId;
import io.gatehouse.core.BusinessEvent;
import io.gatehouse.core.IllegalTransition;
import io.gatehouse.core.InvalidValue;
import io.gatehouse.core.TeamId;
import io.gatehouse.core.Typed;
import io.gatehouse.core.Username;

/** Somebody asks, somebody else decides, once. */
@Entity
class Request {

    private static final int LONGEST = 500;

    @Id
    private String number;

    @Enumerated(EnumType.STRING)
    private RequestKind kind;

    private @Nullable AppId game;
    private TeamId team;
    private String subject;
    private String message;
    private Username requestedBy;
    private Instant requestedAt;
    private Instant dueAt;

    @Convert(converter = RequestStatusConverter.class)
    private RequestStatus status;

    private @Nullable Username decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String note;

    /** Those who changed what it asks for: they do not decide it either. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "request_author", joinColumns = @JoinColumn(name = "number"))
    @Column(name = "username")
    private Set<Username> authors = new HashSet<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway")
    protected Request() {}

    Request(
            String number,
            RequestKind kind,
            @Nullable AppId game,
            TeamId team,
            String subject,
            String message,
            Username requestedBy,
            Instant requestedAt,
            Instant dueAt) {
        var text = Typed.text("message", message);
        if (text.isEmpty() || Typed.length(text) > LONGEST) {
            throw new InvalidValue("message", "request.message-length", LONGEST);
        }
        this.number = number;
        this.kind = kind;
        this.game = game;
        this.team = team;
        this.subject = subject;
        this.message = text;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
        this.dueAt = dueAt;
        this.status = RequestStatus.IN_PROGRESS;
    }

    /** Remembers somebody who changed what is asked for. */
    Request changedBy(Username person) {
        authors.add(person);
        return this;
    }

    Request approve(Username by, @Nullable String note, Instant at) {
        return decide(RequestStatus.APPROVED, by, note, at);
    }

    /** Approved because a rule says so; nobody decided. */
    Request approveByRule(String rule, Instant at) {
        requireOpen();
        return settle(RequestStatus.APPROVED, new Username(BusinessEvent.SYSTEM), rule, at);
    }

    Request reject(Username by, @Nullable String note, Instant at) {
        if (note == null || note.isBlank()) {
            throw new InvalidValue("note", "request.note-required");
        }
        return decide(RequestStatus.REJECTED, by, note, at);
    }

    Request withdraw(Username by, Instant at) {
        IllegalTransition.unless(by.equals(requestedBy), "request.only-submitter-withdraws", number, requestedBy);
        requireOpen();
        return settle(RequestStatus.WITHDRAWN, by, null, at);
    }

    /** Ends what was granted; the superapp does so on its own initiative. */
    Request revoke(Username by, String reason, Instant at) {
        IllegalTransition.unless(status == RequestStatus.APPROVED, "request.not-approved", number);
        return settle(RequestStatus.REVOKED, by, reason, at);
    }

    /** @throws IllegalTransition if that person may not decide it, being one of those who ask */
    void requireFourEyes(Username by) {
        IllegalTransition.unless(!askers().contains(by), "request.four-eyes", number, by);
    }

    /** Those who ask: who made it, and who changed what it asks for. */
    Set<Username> askers() {
        var all = new HashSet<>(authors);
        all.add(requestedBy);
        return all;
    }

    private Request decide(RequestStatus decision, Username by, @Nullable String text, Instant at) {
        requireOpen();
        requireFourEyes(by);
        return settle(decision, by, text, at);
    }

    private Request settle(RequestStatus next, Username by, @Nullable String text, Instant at) {
        status = next;
        decidedBy = by;
        decidedAt = at;
        note = text == null || text.isBlank() ? null : Typed.text("note", text);
        return this;
    }

    /** @throws IllegalTransition naming who decided it, if somebody has */
    void requireOpen() {
        if (status != RequestStatus.IN_PROGRESS) {
            throw new IllegalTransition("request.already-decided", number, status, Objects.requireNonNull(decidedBy));
        }
    }

    RequestView view() {
        return new RequestView(
                number,
                kind,
                game,
                team,
                subject,
                message,
                requestedBy,
                requestedAt,
                dueAt,
                status,
                decidedBy,
                decidedAt,
                note);
    }
}
