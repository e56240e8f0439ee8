package io.gatehouse.catalogue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServerGoodsTests extends CatalogueTest {

    @Test
    void areRefusedOneByOneWithTheirReason() {

        add("gem_100", "0.99");

        catalogue.upload(
                game, List.of(upload("gem_100", "Gems"), upload("gem 5", "Gems"), upload("coin", "Coins")), MEI);

        assertThat(catalogue.uploads(game)).extracting(GoodsStatus::status).containsExactly(1, 3, 3);
        assertThat(catalogue.uploads(game).get(1).message()).contains("gem 5");
    }

    @Test
    void areReleasedOrRejectedLikeAnyOthers() {

        add("gem_100", "0.99");
        add("gem_550", "4.99");

        catalogue.publish(game, List.of("gem_100", "gem_550", "unknown"), MEI);
        var before = catalogue.publications(game);
        var number = releases.list(game, null, 50).rows().get(0).number();
        review(number, HANA, Map.of("gem_100", Verdict.approved(), "gem_550", Verdict.rejected("Blurred")));
        var after = catalogue.publications(game);

        assertThat(before).extracting(GoodsStatus::status).containsExactly(0, 0, 3);
        assertThat(after).extracting(GoodsStatus::status).containsExactly(2, 3, 3);
        assertThat(after.get(1).message()).isEqualTo("Blurred");
    }

    private static GoodsUpload upload(String id, String name) {
        return new GoodsUpload(id, name, 99, "", "https://img.example/a.png");
    }
}
