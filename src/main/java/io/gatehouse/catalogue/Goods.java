package io.gatehouse.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import io.gatehouse.core.AppId;
import io.gatehouse.core.Money;
import io.gatehouse.core.Refusal;
import io.gatehouse.core.Sentences;
import io.gatehouse.core.Username;

/** What games' servers upload and publish, and what came of it: of each kind the last task of a game is remembered. */
@Component
class Goods {

    private final ItemRules rules;
    private final Items items;
    private final Drafting drafting;
    private final Pictures pictures;
    private final Releases releases;
    private final GameCurrencies currencies;
    private final PictureFetch fetch;
    private final Sentences sentences;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Goods(
            ItemRules rules,
            Items items,
            Drafting drafting,
            Pictures pictures,
            Releases releases,
            GameCurrencies currencies,
            PictureFetch fetch,
            Sentences sentences,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.rules = rules;
        this.items = items;
        this.drafting = drafting;
        this.pictures = pictures;
        this.releases = releases;
        this.currencies = currencies;
        this.fetch = fetch;
        this.sentences = sentences;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void upload(AppId game, List<GoodsUpload> uploads, Username by) {
        var results = uploads.stream().map(it -> upload(game, it, by)).toList();
        transaction.executeWithoutResult(it -> {
            jdbc.update("delete from goods_upload where game = ?", game.value());
            for (int place = 0; place < results.size(); place++) {
                var item = results.get(place).item();
                jdbc.update(
                        "insert into goods_upload values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        game.value(),
                        place,
                        item.id(),
                        item.name(),
                        item.price(),
                        item.remark(),
                        item.imageUrl(),
                        results.get(place).status(),
                        results.get(place).message());
            }
        });
    }

    List<GoodsStatus> uploads(AppId game) {
        return jdbc.query(
                "select * from goods_upload where game = ? order by place",
                (row, index) -> new GoodsStatus(
                        new GoodsUpload(
                                row.getString("code"),
                                row.getString("name"),
                                row.getLong("price"),
                                row.getString("remark"),
                                row.getString("image_url")),
                        row.getInt("status"),
                        row.getString("message")),
                game.value());
    }

    /** Each id that cannot be asked for fails by itself; the others go into one request. */
    void publish(AppId game, List<String> ids, Username by) {
        transaction.executeWithoutResult(it -> {
            jdbc.update("delete from goods_publish where game = ?", game.value());
            var asked = new ArrayList<String>();
            for (int place = 0; place < ids.size(); place++) {
                var reason = notReleasable(game, ids.get(place));
                if (reason == null) {
                    asked.add(ids.get(place));
                }
                jdbc.update(
                        "insert into goods_publish (game, place, code, status, message) values (?, ?, ?, ?, ?)",
                        game.value(),
                        place,
                        ids.get(place),
                        reason == null ? GoodsStatus.RUNNING : GoodsStatus.FAILED,
                        reason == null ? "" : reason);
            }
            if (!asked.isEmpty()) {
                var codes = asked.stream().map(ItemCode::new).toList();
                var request = releases.ask(game, codes, "start_publish_goods", by);
                jdbc.update(
                        "update goods_publish set request = ? where game = ? and status = 0",
                        request.number(),
                        game.value());
            }
        });
    }

    List<GoodsStatus> publications(AppId game) {
        return jdbc.query(
                """
                select p.code, p.message,
                       case when p.request is null then p.status
                            when l.outcome = 'RELEASED' then 2
                            when l.outcome in ('OPEN', 'APPROVED') then 0 else 3 end as state,
                       case when l.again_verdict = 'REJECTED' then l.again_note else l.note end as note,
                       l.outcome
                from goods_publish p left join release_line l on l.request = p.request and l.code = p.code
                where p.game = ? order by p.place
                """,
                (row, index) -> {
                    var note = row.getString("note");
                    var outcome = row.getString("outcome");
                    var said = note != null ? note : outcome == null ? "" : outcome.toLowerCase(Locale.ROOT);
                    var state = row.getInt("state");
                    return new GoodsStatus(
                            new GoodsUpload(row.getString("code"), "", 0, "", ""),
                            state,
                            outcome == null ? row.getString("message") : state == GoodsStatus.FAILED ? said : "");
                },
                game.value());
    }

    private GoodsStatus upload(AppId game, GoodsUpload upload, Username by) {
        try {
            var currency = currencies.of(game);
            var price = upload.price() < 0 ? "-" : new Money(upload.price(), currency).major();
            var terms = rules.check(new ItemEntry(upload.id(), upload.name(), price, upload.remark()), currency);
            if (items.findByGameAndCode(game, terms.code().value()).isPresent()) {
                return new GoodsStatus(upload, GoodsStatus.EXISTS, "");
            }
            var picture = Picture.read(fetch.fetch(upload.imageUrl()));
            transaction.executeWithoutResult(it -> {
                var wanted = new DraftWanted(terms, pictures.keep(game, picture));
                drafting.draft(game, List.of(wanted), by, "api");
            });
            return new GoodsStatus(upload, GoodsStatus.DONE, "");
        } catch (Refusal e) {
            return new GoodsStatus(upload, GoodsStatus.FAILED, sentences.of(e, Locale.ENGLISH));
        }
    }

    private @Nullable String notReleasable(AppId game, String id) {
        try {
            items.required(game, new ItemCode(id)).requireReleasable();
            return null;
        } catch (Refusal e) {
            return sentences.of(e, Locale.ENGLISH);
        }
    }
}
