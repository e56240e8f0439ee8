package io.gatehouse.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends the queued mails; what the mail server does not take is tried again, later each time, for ever. */
@Component
class MailRound {

    private static final Logger log = LoggerFactory.getLogger(MailRound.class);
    private static final int MOST = 20;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Letters letters;
    private final PostOffice postOffice;
    private final Clock clock;

    MailRound(Letters letters, PostOffice postOffice, Clock clock) {
        this.letters = letters;
        this.postOffice = postOffice;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${gatehouse.mail.round:PT2S}")
    @Transactional
    public void send() {
        for (var letter : letters.due(MOST)) {
            try {
                postOffice.deliver(letter, List.of());
                letters.sent(letter);
            } catch (MailException e) {
                var wait = Duration.ofSeconds(15L << Math.min(letter.attempts(), 8));
                letters.postpone(letter, clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
                log.warn("Mail {} was not taken: {}", letter.key(), e.getMessage());
                return; // the others would meet the same server
            }
        }
    }
}
