package org.quanhe.crm.harness;

import com.microsoft.playwright.Page;

/** How somebody works on a page: with the mouse, or without one. */
public interface Hand {
    /** Presses what the selector finds. */
    void press(String selector);

    /** Writes into a field, over what was there. */
    void write(String selector, String text);

    /** Chooses from a list, by the code of the choice. */
    void choose(String selector, String code);

    static Hand withMouse(Page page) {
        return new Hand() {
            @Override
            public void press(String selector) {
                page.locator(selector).first().click();
            }

            @Override
            public void write(String selector, String text) {
                page.locator(selector).first().fill(text);
            }

            @Override
            public void choose(String selector, String code) {
                page.locator(selector).first().selectOption(code);
            }
        };
    }

    /** Goes everywhere by Tab, presses by Enter, chooses by typing what the choice is called. */
    static Hand withKeyboard(Page page) {
        return new Hand() {
            private static final int MOST_TABS = 400;

            private void reach(String selector) {
                page.locator(selector).first().waitFor();
                for (int i = 0; i < MOST_TABS; i++) {
                    page.keyboard().press("Tab");
                    Object there = page.evaluate(
                            "wanted => document.activeElement === document.querySelector(wanted)", selector);
                    if (Boolean.TRUE.equals(there)) {
                        return;
                    }
                }
                throw new AssertionError("Tab never reaches " + selector);
            }

            @Override
            public void press(String selector) {
                reach(selector);
                page.keyboard().press("Enter");
            }

            @Override
            public void write(String selector, String text) {
                reach(selector);
                page.keyboard().press("Control+a");
                page.keyboard().type(text);
            }

            @Override
            public void choose(String selector, String code) {
                reach(selector);
                Object label = page.evaluate(
                        "code => [...document.activeElement.options].find(o => o.value === code).text", code);
                page.keyboard().type(label.toString());
                Object chosen = page.evaluate("() => document.activeElement.value");
                if (!code.equals(chosen)) {
                    throw new AssertionError(chosen + " was chosen from " + selector + " instead of " + code);
                }
            }
        };
    }
}
