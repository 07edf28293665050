/* What may stand in a formula, beside the box in which it is written: searched, unfolded, put in where the caret is. */
"use strict";

(() => {
    const touched = new WeakSet();
    const loaded = new WeakSet();
    const choicesOf = new WeakMap();
    const boxOf = (panel) => one(".qh-formula", panel.closest("details"));
    const listOf = (panel, name) => one(`[data-wordlist=${name}]`, panel);
    const rows = (list) => all("button", list).filter((row) => row.offsetParent);

    async function ask(panel, more, signal) {
        const { words, type, field } = panel.dataset;
        const answer = await fetch(`ui/words?${new URLSearchParams({ of: words, type, field, ...more })}`, { signal });
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
    }

    function told(label, small) {
        const text = make("span", "qh-cut");
        text.append(make("b", "", label), make("small", "", small));
        text.title = `${label}\n${small}`;
        return text;
    }
    function fieldRow(found, searched) {
        const row = make("button", "qh-word");
        row.type = "button";
        row.tabIndex = -1;
        const choices = found.choices ?? [];
        const unfolds = found.leadsOn || choices.length > 0;
        const icon = make("i", `pi ${unfolds ? "pi-angle-right" : (found.icon ?? "pi-tag")}`);
        icon.setAttribute("aria-hidden", "true");
        const small = found.kind ? `${found.kind} · ${found.path}` : found.path;
        row.append(icon, told(searched ? found.way : found.label, small));
        const item = make("li");
        item.append(row);
        if (unfolds) row.setAttribute("aria-expanded", "false");
        if (choices.length > 0) choicesOf.set(row, choices);
        if (found.leadsOn) row.dataset.way = found.path;
        else row.dataset.put = found.path;
        return item;
    }
    function functionRow(found) {
        const row = make("button", "qh-word");
        row.type = "button";
        row.tabIndex = -1;
        Object.assign(row.dataset, { before: found.before, slot: found.slot, behind: found.behind });
        row.append(told(found.before + (found.slot || "…") + found.behind, found.told));
        const item = make("li");
        item.append(row);
        return item;
    }
    /* the first of a list is reached by Tab, the others by arrows */
    function show(panel, offer, searched) {
        const fields = listOf(panel, "fields");
        const functions = listOf(panel, "functions");
        fields.replaceChildren(...offer.fields.map((found) => fieldRow(found, searched)));
        functions.replaceChildren(...offer.functions.map(functionRow));
        [fields, functions].forEach((list) => {
            list.parentElement.hidden = !list.children.length;
            list.scrollTop = 0;
            const first = one("button", list);
            if (first) first.tabIndex = 0;
        });
        const status = one("[role=status]", panel);
        const nothing = !offer.fields.length && !offer.functions.length;
        status.textContent = nothing ? panel.dataset.none : offer.more ? panel.dataset.more : status.dataset.told;
    }

    async function open(panel) {
        if (loaded.has(panel)) return;
        loaded.add(panel);
        try {
            show(panel, await ask(panel, {}), false);
            panel.hidden = false;
        } catch {
            /* a formula can be written without the list */
            loaded.delete(panel);
        }
    }
    let waiting = 0;
    let asking = new AbortController();
    function search(panel, text) {
        clearTimeout(waiting);
        asking.abort();
        asking = new AbortController();
        const { signal } = asking;
        waiting = setTimeout(async () => {
            try {
                const words = text.trim();
                const offer = await ask(panel, { words }, signal);
                if (!signal.aborted) show(panel, offer, words !== "");
            } catch {
                // else overtaken by what was typed since
                if (!signal.aborted) one("[role=status]", panel).textContent = panel.dataset.away;
            }
        }, 120);
    }
    async function behind(panel, way) {
        const status = one("[role=status]", panel);
        try {
            const offer = await ask(panel, { way });
            if (status.textContent === panel.dataset.away) status.textContent = status.dataset.told;
            return offer.fields;
        } catch {
            status.textContent = panel.dataset.away;
            return null;
        }
    }
    async function unfold(panel, row, wanted) {
        const open = row.getAttribute("aria-expanded") === "true";
        if (open === wanted) return;
        let below = row.nextElementSibling;
        if (!below) {
            const found = choicesOf.get(row) ?? (await behind(panel, row.dataset.way));
            if (!found || row.nextElementSibling) return;
            below = make("ul");
            below.append(...found.map((one) => fieldRow(one, false)));
            row.after(below);
        }
        below.hidden = !wanted;
        row.setAttribute("aria-expanded", String(wanted));
        one(".pi", row).className = `pi ${wanted ? "pi-angle-down" : "pi-angle-right"}`;
    }

    /* what was begun before the caret is finished; what is chosen goes into the function that is put around it */
    function put(panel, { put: name, before, slot, behind }) {
        const box = boxOf(panel);
        if (!touched.has(box)) box.setSelectionRange(box.value.length, box.value.length);
        let from = box.selectionStart;
        const to = box.selectionEnd;
        const chosen = box.value.slice(from, to);
        const begun = from === to ? (/[A-Za-z_][\w.]*$/.exec(box.value.slice(0, from))?.[0] ?? "") : "";
        if (begun && (name ?? before).startsWith(begun)) from -= begun.length;
        const left = /[\w)\]"']$/.test(box.value.slice(0, from)) ? " " : "";
        const right = /^[\w(["']/.test(box.value.slice(to)) ? " " : "";
        const inside = chosen || slot;
        const whole = name ?? before + inside + behind;
        box.focus();
        box.setSelectionRange(from, to);
        // so that it can be undone like what is typed
        if (!document.execCommand("insertText", false, left + whole + right)) {
            box.setRangeText(left + whole + right, from, to, "end");
        }
        const start = from + left.length;
        if (name === undefined && !chosen) {
            box.setSelectionRange(start + before.length, start + before.length + slot.length);
        } else {
            box.setSelectionRange(start + whole.length, start + whole.length);
        }
        box.scrollIntoView({ block: "nearest" });
    }

    const panelAt = (event) => event.target.closest?.("[data-words]");
    document.addEventListener("click", (event) => {
        const row = event.target.closest(".qh-word");
        if (!row) return;
        const panel = panelAt(event);
        if (row.dataset.way) unfold(panel, row, row.getAttribute("aria-expanded") !== "true");
        else {
            // what it may be compared with comes next
            if (choicesOf.has(row)) unfold(panel, row, true);
            put(panel, row.dataset);
        }
    });
    document.addEventListener("input", (event) => {
        const panel = panelAt(event);
        if (panel && event.target.type === "search") search(panel, event.target.value);
    });
    document.addEventListener("keydown", async (event) => {
        const panel = panelAt(event);
        if (!panel || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
        const row = event.target.closest(".qh-word");
        const list = row ? row.closest("[data-wordlist]") : all("[data-wordlist]", panel).find((one) => one.children.length);
        const here = list ? rows(list) : [];
        const at = here.indexOf(row);
        const go = (to) => here[Math.max(0, Math.min(here.length - 1, to))]?.focus();
        const unfolds = row?.hasAttribute("aria-expanded");
        const does = {
            ArrowDown: () => go(at + 1),
            ArrowUp: () => (at > 0 ? go(at - 1) : row && one("[type=search]", panel).focus()),
            Escape: () => boxOf(panel).focus(),
            ...(row
                ? {
                      Home: () => go(0),
                      End: () => go(here.length - 1),
                      ArrowRight: () => unfolds && unfold(panel, row, true),
                      ArrowLeft: () =>
                          row.getAttribute("aria-expanded") === "true"
                              ? unfold(panel, row, false)
                              : row.parentElement.parentElement.previousElementSibling?.focus(),
                  }
                : { Enter: () => here[0]?.click() }),
        }[event.key];
        if (does) {
            event.preventDefault();
            event.stopPropagation();
            await does();
        }
    });
    document.addEventListener("focusin", (event) => {
        if (event.target.matches(".qh-formula")) touched.add(event.target);
        const row = event.target.closest(".qh-word");
        if (!row) return;
        all("button", row.closest("[data-wordlist]")).forEach((other) => (other.tabIndex = other === row ? 0 : -1));
    });
    const opened = (details) => details.open &&
        all("[data-words]", details)
            .filter((panel) => panel.closest("details") === details)
            .forEach(open);
    document.addEventListener("toggle", (event) => event.target.matches?.("details") && opened(event.target), true);
    all("details[open]").forEach(opened);
})();
