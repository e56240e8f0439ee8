package io.gatehouse.access;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.gatehouse.core.Names;
import io.gatehouse.core.Username;

/** The names that accounts are of. */
@Component
@Transactional(readOnly = true)
class AccountNames implements Names {

    private final Accounts accounts;

    AccountNames(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<String> of(Username who) {
        return accounts.findById(who.value()).map(it -> it.person().name());
    }
}
