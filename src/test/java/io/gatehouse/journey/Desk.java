package io.gatehouse.journey;

import java.nio.file.Path;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A person at the pages of the console: reads, types and presses, by the words on the page. */
class Desk {

    private static final double MILLIS_BETWEEN_LOOKS = 200;

    private final Page page;

    Desk(Page page) {
        this.page = page;
    }

    Desk open(String address) {
        page.navigate(address);
        return this;
    }

    /** Goes to a page by the navigation. */
    Desk go(String entry) {
        page.locator("aside, nav")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(entry))
                .first()
                .click();
        return this;
    }

    Desk follow(String link) {
        main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link))
                .first()
                .click();
        return this;
    }

    /** Opens what a table has in the row with that text. */
    Desk followRow(String text) {
        main().locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(text))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        return this;
    }

    Desk type(String label, String text) {
        field(label).fill(text);
        return this;
    }

    Desk select(String label, String option) {
        field(label).selectOption(option);
        return this;
    }

    Desk tick(String label) {
        main().getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .first()
                .check();
        return this;
    }

    Desk attach(String label, Path... files) {
        field(label).setInputFiles(files);
        return this;
    }

    Desk press(String button) {
        main().getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
        return this;
    }

    /** Follows a link to a file and keeps it. */
    Path download(String link, Path folder) {
        var download = page.waitForDownload(() -> follow(link));
        var file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    Desk reads(String... texts) {
        for (var text : texts) {
            assertThat(screen()).containsText(text);
        }
        return this;
    }

    Desk doesNotRead(String text) {
        assertThat(screen()).not().containsText(text);
        return this;
    }

    /** Loads the page again until it says so. */
    Desk awaits(String... texts) {
        for (var text : texts) {
            page.waitForCondition(() -> {
                if (screen().innerText().contains(text)) {
                    return true;
                }
                page.waitForTimeout(MILLIS_BETWEEN_LOOKS);
                page.reload();
                return false;
            });
        }
        return this;
    }

    /** What stands first on the page in that shape. */
    String find(Pattern shape) {
        var found = shape.matcher(screen().innerText());
        if (!found.find()) {
            throw new AssertionError("No " + shape + " on " + page.url());
        }
        return found.group();
    }

    Desk picture(String name) {
        JourneyTest.picture(page, name);
        return this;
    }

    /** The page's own part with the notice above it. */
    private Locator screen() {
        return page.locator(".gh-main");
    }

    Locator main() {
        return page.locator("main");
    }

    Page page() {
        return page;
    }

    private Locator field(String label) {
        return main().getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .first();
    }
}
