package io.gatehouse.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import io.gatehouse.core.AppId;
import io.gatehouse.core.NotFound;

interface Items extends JpaRepository<Item, UUID> {

    Optional<Item> findByGameAndCode(AppId game, String code);

    List<Item> findByGameAndCodeIn(AppId game, Collection<String> codes);

    /** The ids of those that are or were called so, whatever the case. */
    @Query(
            nativeQuery = true,
            value = "select distinct i.code from item_version v join item i on i.id = v.item"
                    + " where lower(v.name) = lower(:name) and i.game = :game")
    List<String> codesNamed(String game, String name);

    /** @throws NotFound also for an item of another game, and for a deleted one */
    default Item required(AppId game, ItemCode code) {
        return findByGameAndCode(game, code.value())
                .filter(it -> !it.isDeleted())
                .orElseThrow(() -> new NotFound("item.unknown", code));
    }
}
