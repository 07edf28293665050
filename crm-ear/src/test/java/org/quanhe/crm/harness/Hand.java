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

    /** Lets a choice count on which other inputs hang: with the mouse it does at once. */
    void settle(String selector);

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

            @Override
            public void settle(String selector) {
                // it was chosen
            }
        };
    }

    /** Goes everywhere by Tab, presses by Enter, chooses by typing what the choice is called. */
    static Hand withKeyboard(Page page) {
        return new Hand() {
            private static final int MOST_TABS = 400;
            /** Looked at one by one for the last of the way, as the count may be off. */
            private static final int NEAR = 4;

            /** Where the Tab key stops on the way to what is wanted: so many further on, or fewer than none back. */
            private static final String DISTANCE = """
                    wanted => {
                      const stops = [...document.querySelectorAll(
                          'a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]')]
                        .filter(e => e.tabIndex >= 0 && !e.disabled && e.type !== 'hidden' && e.checkVisibility())
                        .filter(e => e.type !== 'radio' || e.checked || e === document.activeElement
                            || !document.querySelector(`input[type=radio][name="${CSS.escape(e.name)}"]:checked`));
                      const to = stops.indexOf(document.querySelector(wanted));
                      const from = stops.indexOf(document.activeElement);
                      const on = to - from, back = on - stops.length - (from < 0 ? 0 : 1);
                      return to < 0 ? 0 : Math.abs(on) <= Math.abs(back) ? on : back;
                    }
                    """;

            /** As people go: backwards where that is nearer. */
            private void reach(String selector) {
                page.locator(selector).first().waitFor();
                if (at(selector)) {
                    return;
                }
                int distance = ((Number) page.evaluate(DISTANCE, selector)).intValue();
                String key = distance < 0 ? "Shift+Tab" : "Tab";
                for (int i = NEAR; i < Math.abs(distance); i++) {
                    page.keyboard().press(key);
                }
                if (!there(selector, key, 2 * NEAR) && !there(selector, "Tab", MOST_TABS)) {
                    throw new AssertionError("Tab never reaches " + selector);
                }
            }

            private boolean there(String selector, String key, int most) {
                for (int i = 0; i < most; i++) {
                    page.keyboard().press(key);
                    if (at(selector)) {
                        return true;
                    }
                }
                return false;
            }

            private boolean at(String selector) {
                return Boolean.TRUE.equals(
                        page.evaluate("wanted => document.activeElement === document.querySelector(wanted)", selector));
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

            @Override
            public void settle(String selector) {
                press(selector);
            }
        };
    }
}
