package io.gatehouse.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Camunda Tasklist as a reviewer uses it. */
class Tasklist {

    private final Page page;

    Tasklist(Page page) {
        this.page = page;
    }

    /** Opens a shared filter and the task of a request in it. */
    Tasklist open(String filter, String requestNumber) {
        page.navigate("/camunda/app/tasklist/default/");
        page.locator(".task-filters a, .tasks-filters a")
                .filter(new Locator.FilterOptions().setHasText(filter))
                .first()
                .click();
        page.locator("li.task")
                .filter(new Locator.FilterOptions().setHasText(requestNumber))
                .first()
                .click();
        page.locator(".task-card, .pane.task").first().waitFor();
        return this;
    }

    /** Opens the form with which a process is started. */
    Tasklist start(String process) {
        page.navigate("/camunda/app/tasklist/default/");
        page.getByText("Start process", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.locator(".modal-body a")
                .filter(new Locator.FilterOptions().setHasText(process))
                .first()
                .click();
        page.locator(".modal-body .fjs-container").waitFor();
        return this;
    }

    /** Chooses in a list of the form. */
    Tasklist pick(String label, String option) {
        page.locator(".fjs-form-field-select")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator(".fjs-input-group")
                .click();
        page.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
        return this;
    }

    /** Sends the start form. */
    Tasklist send() {
        page.locator(".modal-footer button.btn-primary")
                .filter(new Locator.FilterOptions().setHasText("Start"))
                .first()
                .click();
        page.locator(".modal-body").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return this;
    }

    Tasklist claim() {
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.locator(".fjs-container").waitFor();
        return this;
    }

    Tasklist choose(String label) {
        page.locator(".fjs-container")
                .getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .check();
        return this;
    }

    Tasklist write(String label, String text) {
        page.locator(".fjs-container").getByLabel(label).fill(text);
        return this;
    }

    Tasklist complete() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"))
                .click();
        return this;
    }

    /** Waits until the task is gone. */
    void isDone() {
        page.locator(".fjs-container").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Waits until Tasklist shows an error with that sentence. */
    Tasklist showsError(String sentence) {
        var message = page.getByText(sentence).first();
        message.waitFor();
        return this;
    }

    /** Waits until a field of the form tells that sentence. */
    Tasklist showsErrorAt(String label, String sentence) {
        page.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions().setHas(page.getByLabel(label)))
                .locator(".fjs-form-field-error")
                .filter(new Locator.FilterOptions().setHasText(sentence))
                .waitFor();
        return this;
    }

    Page page() {
        return page;
    }
}
