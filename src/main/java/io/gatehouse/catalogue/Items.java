package io.gatehouse.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

import io.gatehouse.core.AppId;
import io.gatehouse.core.NotFound;

interface Items extends JpaRepository<Item, UUID> {

    Optional<Item> findByGameAndCode(AppId game, String code);

    List<Item> findByGameAndCodeIn(AppId game, Collection<String> codes);

    /** @throws NotFound also for an item of another game, and for a deleted one */
    default Item required(AppId game, ItemCode code) {
        return findByGameAndCode(game, code.value())
                .filter(it -> !it.isDeleted())
                .orElseThrow(() -> new NotFound("item.unknown", code));
    }
}
