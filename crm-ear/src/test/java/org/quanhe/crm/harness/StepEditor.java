package org.quanhe.crm.harness;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Trigger and steps of an automation on its page. Each press goes to the server and back. */
public final class StepEditor {
    private final Page page;
    private final Hand hand;

    public StepEditor(Page page, Hand hand) {
        this.page = page;
        this.hand = hand;
    }

    public static StepEditor withMouse(Page page) {
        return new StepEditor(page, Hand.withMouse(page));
    }

    /** Adds a step at the end of a list, such as {@code actions} or {@code actions[0].then}. */
    public void add(String list, String action) {
        hand.choose("[name='new." + list + "']", action);
        press("add:" + list);
    }

    /** Chooses what sets it off; its arguments come from the server. */
    public void trigger(String code) {
        choose("[name='trigger.on']", code);
    }

    /** Chooses the record type; what fits it stays. */
    public void type(String name) {
        choose("[name=recordtype]", name);
    }

    /** With the keys the choice counts when Enter is pressed. */
    private void choose(String selector, String code) {
        round(() -> {
            hand.choose(selector, code);
            hand.settle(selector);
        });
    }

    /** Presses a button that changes the steps; a page that is still coming in would send half a form. */
    public void press(String act) {
        round(() -> hand.press("[value='" + act + "']"));
    }

    private void round(Runnable act) {
        page.evaluate("document.body.setAttribute('data-before', '')");
        act.run();
        page.locator("body[data-before]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.waitForLoadState();
    }
}
