/* Quanhe CRM: what pages do without the server. No library; runs under a Content-Security-Policy without inline code. */
"use strict";

const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const make = (name, look, text) => {
    const element = document.createElement(name);
    if (look) element.className = look;
    if (text !== undefined) element.textContent = text;
    return element;
};
const draw = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
};
const writing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

/* ------------------------------------------------------------ clicks, by what the markup asks for */
document.addEventListener("click", (event) => {
    const asked = (name) => event.target.closest(`[data-${name}]`);
    let at;
    if ((at = asked("open"))) {
        openNamed(at.dataset.open);
    } else if (asked("close")) {
        event.target.closest("dialog").close();
    } else if (asked("search")) {
        openSearch();
    } else if ((at = asked("toggle"))) {
        event.preventDefault();
        const box = document.getElementById(at.dataset.toggle);
        box.hidden = !box.hidden;
        at.setAttribute("aria-expanded", String(!box.hidden));
    } else if ((at = asked("reveal"))) {
        const field = document.getElementById(at.dataset.reveal);
        const shown = field.type === "password";
        field.type = shown ? "text" : "password";
        at.setAttribute("aria-pressed", String(shown));
        one(".pi", at).className = shown ? "pi pi-eye-slash" : "pi pi-eye";
    } else if ((at = asked("copy"))) {
        navigator.clipboard?.writeText(at.dataset.copy);
    } else if ((at = asked("focus"))) {
        document.getElementById(at.dataset.focus)?.focus();
    } else if ((at = asked("submit"))) {
        fillIds();
        document.getElementById(at.dataset.submit).click();
    } else if ((at = asked("everything"))) {
        chooseEverything();
    } else if (asked("unselect")) {
        unselect();
    } else if ((at = asked("contact"))) {
        contact(at);
    } else if ((at = asked("drop"))) {
        dropPoint(at);
    } else if ((at = asked("more"))) {
        morePoints(at);
    } else if ((at = asked("morerows"))) {
        moreRows(at);
    } else if ((at = asked("moreask"))) {
        moreAsk(at);
    } else if ((at = asked("moregroup"))) {
        moreGroup(at);
    } else if ((at = asked("dropgroup"))) {
        dropGroup(at);
    } else if ((at = asked("press"))) {
        document.getElementById(at.dataset.press).click();
    } else if ((at = asked("merge"))) {
        merge(at);
    } else if ((at = asked("move"))) {
        moveField(one(".qh-fieldlist [aria-current]").closest("li").dataset.name, at.dataset.move);
    }
});

/* the dialogs of a list come when the first of them is asked for */
let wanted = "";
window.crmToolsHere = () => openDialog(document.getElementById(wanted));

function openNamed(id) {
    const dialog = document.getElementById(id);
    if (dialog) {
        openDialog(dialog);
    } else if (window.crmTools) {
        wanted = id;
        window.crmTools();
    }
}
function openDialog(dialog) {
    if (!dialog || dialog.open) return;
    fillIds();
    all(":popover-open").forEach((menu) => menu.hidePopover());
    dialog.showModal();
    one("input:not([type=hidden]):not([type=checkbox]), select, textarea", dialog)?.focus();
}

document.addEventListener("change", (event) => {
    if (event.target.matches("[data-goto]")) {
        dim();
        location.href = event.target.value;
    } else if (event.target.matches(".c-sel input")) {
        chosen(event.target);
    } else if (event.target.id === "keys-off") {
        localStorage.setItem("crm-keys-off", event.target.checked ? "1" : "");
    }
});

/* the page dims while the next one comes, instead of going blank */
function dim() {
    document.body.classList.add("is-loading");
}
document.addEventListener("click", (event) => {
    const link = event.target.closest(".qh-tabs a, .qh-facets a, .qh-chip a, .qh-pager a, .qh-table th a");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) dim();
});
window.addEventListener("pageshow", () => document.body.classList.remove("is-loading"));

/* menus stand below their button, and grow away from the nearer edge */
document.addEventListener(
    "toggle",
    (event) => {
        const menu = event.target;
        if (!menu.matches?.(".qh-menu") || event.newState !== "open") return;
        const button = all(`[popovertarget="${menu.id}"]`).find((b) => b.offsetParent !== null);
        if (!button) return;
        const box = button.getBoundingClientRect();
        const width = menu.offsetWidth;
        const height = menu.offsetHeight;
        const below = box.bottom + 4 + height < innerHeight;
        const left = box.left + box.right < innerWidth ? box.left : box.right - width;
        menu.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
        menu.style.top = `${below ? box.bottom + 4 : Math.max(8, box.top - 4 - height)}px`;
        one("a, button, input:not([type=hidden])", menu)?.focus({ preventScroll: true });
    },
    true,
);
document.addEventListener("keydown", (event) => {
    const menu = event.target.closest?.(".qh-menu");
    if (!menu || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    const items = all("a, button", menu).filter((item) => item.offsetParent !== null);
    const next = items.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    items[(next + items.length) % items.length].focus();
});

/* ------------------------------------------------------------ lists: choosing rows */
let everything = false;
let lastBox = null;

const boxes = () => all(".qh-table tbody .c-sel input");

function chosen(box) {
    everything = false;
    if (box.name === "all") {
        boxes().forEach((b) => (b.checked = box.checked));
    }
    lastBox = box;
    showBulk();
}
function showBulk() {
    const bar = document.getElementById("bulk");
    if (!bar) return;
    const count = boxes().filter((b) => b.checked).length;
    const head = one(".qh-table thead .c-sel input");
    head.checked = count === boxes().length;
    head.indeterminate = count > 0 && !head.checked;
    bar.hidden = count === 0;
    const total = one("[data-everything]", bar);
    total.hidden = everything || total.dataset.everything === String(count);
    one("[data-count]", bar).textContent = `${bar.dataset.said} ${everything ? total.dataset.everything : count}`;
    fillIds();
}
function ids() {
    return everything
        ? "all"
        : boxes()
              .filter((b) => b.checked)
              .map((b) => b.value)
              .join(",");
}
function fillIds() {
    const value = ids();
    all("[data-ids]").forEach((field) => (field.value = value));
    all("[data-export]").forEach((link) => {
        const url = new URL(link.href);
        url.searchParams.delete("ids");
        if (value && value !== "all") url.searchParams.set("ids", value);
        link.href = url.href;
    });
}
function chooseEverything() {
    boxes().forEach((b) => (b.checked = true));
    everything = true;
    showBulk();
}
function unselect() {
    boxes().forEach((b) => (b.checked = false));
    everything = false;
    showBulk();
}
/* shift-click chooses the rows between */
document.addEventListener("click", (event) => {
    const box = event.target.closest(".qh-table tbody .c-sel input");
    if (!box || !event.shiftKey || !lastBox || lastBox === box) return;
    const list = boxes();
    const [from, to] = [list.indexOf(lastBox), list.indexOf(box)].sort((a, b) => a - b);
    if (from >= 0) list.slice(from, to + 1).forEach((b) => (b.checked = box.checked));
});

/* ------------------------------------------------------------ lists: counts beside them, asked for once the rows are there */
async function loadFacets() {
    const column = one("[data-facets]");
    if (!column) return;
    try {
        const answer = await fetch(column.dataset.facets);
        if (!answer.ok) return;
        column.append(...(await answer.json()).map(facet));
    } catch {
        /* a list without counts is still a list */
    }
}
function facet(found) {
    const section = make("section");
    section.append(make("h3", "", found.label));
    found.items.forEach((item) => {
        const link = make("a");
        link.href = item.href;
        link.setAttribute("role", "checkbox");
        link.setAttribute("aria-checked", String(item.chosen));
        const label = make("span", "qh-cut", item.label);
        label.title = item.label;
        link.append(make("span", "qh-box"), label, make("span", "n", item.count));
        section.append(link);
    });
    return section;
}

/* ------------------------------------------------------------ lists: the keyboard's row */
const rows = () => all(".qh-table tbody tr");
const cursor = () => one(".qh-table tr.is-cursor");

function move(by, extend) {
    const list = rows();
    if (!list.length) return false;
    const now = cursor();
    const next = list[Math.max(0, Math.min(list.length - 1, now ? list.indexOf(now) + by : 0))];
    if (extend) [now, next].forEach((row) => row && (one(".c-sel input", row).checked = true));
    now?.classList.remove("is-cursor");
    next.classList.add("is-cursor");
    next.scrollIntoView({ block: "nearest" });
    if (extend) showBulk();
    return true;
}

/* ------------------------------------------------------------ keys */
let went = 0;

document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    const key = event.key;
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === "k") {
        event.preventDefault();
        openSearch();
        return;
    }
    if ((event.ctrlKey || event.metaKey) && key === "Enter") {
        const save = event.target.closest("form") && one("[data-save]", event.target.closest("form"));
        const row = cursor();
        if (save) {
            event.preventDefault();
            save.click();
        } else if (row && !writing(event.target)) {
            window.open(one(".c-title a", row).href, "_blank");
        }
        return;
    }
    if (key === " " && event.target.matches("a[role=checkbox]")) {
        event.preventDefault();
        event.target.click();
        return;
    }
    const off = localStorage.getItem("crm-keys-off");
    if (off || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    if (one("dialog[open]") || one(":popover-open")) return;
    if (went && Date.now() - went < 1500) {
        went = 0;
        if (go(key)) event.preventDefault();
        return;
    }
    const row = cursor();
    const jobs = {
        "/": () => openSearch(),
        "?": () => openDialog(document.getElementById("keys")),
        g: () => (went = Date.now()),
        n: () => (one("[data-key=N]") ? one("[data-key=N]").click() : showMenu("menu-new")),
        f: () => one("[data-key=F]")?.focus(),
        e: () => one("[data-key=E]")?.click(),
        m: () => one("[data-key=M]")?.click(),
        a: () => !document.getElementById("bulk")?.hidden && one("[data-key=A]")?.click(),
        j: () => move(1, false),
        k: () => move(-1, false),
        ArrowDown: () => move(1, event.shiftKey),
        ArrowUp: () => move(-1, event.shiftKey),
        x: () => row && toggleRow(row),
        " ": () => row && toggleRow(row),
        Enter: () => row && !event.target.closest("a, button, summary") && one(".c-title a", row).click(),
        Escape: () => escape(row),
        "[": () => neighbour(-1),
        "]": () => neighbour(1),
    };
    const job = jobs[key.length === 1 ? key.toLowerCase() : key];
    if (job && job() !== false && job !== undefined) {
        if (!["Escape", "Enter"].includes(key) || row) event.preventDefault();
    }
});
function toggleRow(row) {
    const box = one(".c-sel input", row);
    box.checked = !box.checked;
    chosen(box);
}
function showMenu(id) {
    document.getElementById(id)?.showPopover();
}
function escape(row) {
    if (boxes().some((b) => b.checked)) unselect();
    else row?.classList.remove("is-cursor");
}
/* G and then the first letter of a type's name; H for home */
function go(key) {
    const letter = key.toUpperCase();
    const link = all("[data-go]").find(
        (a) => a.dataset.go === letter || (a.dataset.go.length > 1 && a.dataset.go[0].toUpperCase() === letter),
    );
    if (link) location.href = link.href;
    return Boolean(link);
}
/* previous and next record of the list one came from */
function neighbour(by) {
    const here = one("[data-record]")?.dataset.record;
    const list = JSON.parse(sessionStorage.getItem("crm-list") || "[]");
    const at = list.findIndex((link) => link.id === here);
    const to = at < 0 ? null : list[at + by];
    if (to) location.href = to.href;
    return Boolean(to);
}
function rememberList() {
    if (rows().length) {
        const list = rows().map((row) => ({ id: row.dataset.id, href: one(".c-title a", row).href }));
        sessionStorage.setItem("crm-list", JSON.stringify(list));
    }
}

/* ------------------------------------------------------------ contact lists of forms */
function morePoints(button) {
    const list = button.closest("[data-points]");
    const last = all("[data-point]", list).at(-1);
    const fresh = last.cloneNode(true);
    const key = String(Math.max(...all("input[type=radio]", list).map((r) => Number(r.value))) + 1);
    all("input:not([type=radio]):not([type=hidden])", fresh).forEach((field) => (field.value = ""));
    one("input[type=radio]", fresh).checked = false;
    one("input[type=radio]", fresh).value = key;
    one("input[type=hidden]", fresh).value = key;
    last.after(fresh);
    one(".is-value", fresh).focus();
}
function dropPoint(button) {
    const row = button.closest("[data-point]");
    const list = row.closest("[data-points]");
    if (all("[data-point]", list).length === 1) {
        all("input:not([type=radio]):not([type=hidden])", row).forEach((field) => (field.value = ""));
        return;
    }
    const primary = one("input[type=radio]", row).checked;
    row.remove();
    if (primary) one("input[type=radio]", list).checked = true;
    button.dispatchEvent(new Event("input", { bubbles: true }));
    one(".is-value", list).focus();
}

/* ------------------------------------------------------------ forms: tabs, and fields that depend on others */
window.crmStand = () =>
    all("#form-states [data-state]").forEach((state) => {
        const slot = one(`[data-slot="${state.dataset.state}"]`);
        if (!slot) return;
        const locked = state.dataset.locked === "true";
        slot.hidden = state.dataset.shown !== "true";
        slot.classList.toggle("is-must", state.dataset.demanded === "true");
        slot.classList.toggle("is-locked", locked);
        one(".qh-slotbody", slot).inert = locked;
    });
function held(slot) {
    return all("input, select, textarea", slot)
        .map((field) => (field.type === "checkbox" || field.type === "radio" ? field.checked : field.value))
        .join("|");
}
function weigh(event) {
    const slot = event.target.closest("[data-slot]");
    const form = slot && slot.closest("[data-deciding]");
    if (!form || !window.crmWeigh || !form.dataset.deciding.split(" ").includes(slot.dataset.slot)) return;
    const now = held(slot);
    if (slot.dataset.held === now) return;
    const first = slot.dataset.held === undefined;
    slot.dataset.held = now;
    if (!(first && event.type === "focusin")) window.crmWeigh();
}
["focusin", "change", "focusout"].forEach((kind) => document.addEventListener(kind, weigh));

/* somebody new is typed: whoever may be here already is looked up when a field is left, or when typing rests */
const telling = ["name", "company", "phones", "emails"];
let looking = 0;
let looked = "";
function look(event) {
    const slot = event.target.closest && event.target.closest("[data-slot]");
    if (!window.crmLook || !slot || !telling.includes(slot.dataset.slot) || event.isComposing) return;
    clearTimeout(looking);
    looking = setTimeout(() => {
        const now = telling.map((name) => one(`[data-slot="${name}"]`)).filter(Boolean).map(held).join("|");
        if (now === looked) return;
        looked = now;
        window.crmLook();
    }, event.type === "input" ? 600 : 0);
}
["input", "change"].forEach((kind) => document.addEventListener(kind, look));

function chooseFormTab(tab, focus) {
    all("[role=tab]", tab.parentElement).forEach((other) => {
        const chosen = other === tab;
        other.setAttribute("aria-selected", chosen);
        other.tabIndex = chosen ? 0 : -1;
        document.getElementById(other.getAttribute("aria-controls")).hidden = !chosen;
    });
    if (focus) tab.focus();
}
function formTabs(bar) {
    const tabs = all("[role=tab]", bar);
    chooseFormTab(tabs.find((tab) => one(".qh-bad", tab)) || tabs[0]);
    bar.addEventListener("click", (event) => {
        const tab = event.target.closest("[role=tab]");
        if (tab) chooseFormTab(tab);
    });
    bar.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        const at = tabs.indexOf(event.target.closest("[role=tab]"));
        chooseFormTab(tabs[(at + step + tabs.length) % tabs.length], true);
    });
}
document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-unfold]");
    if (!button) return;
    one(".qh-form", button.parentElement).classList.remove("is-folded");
    button.remove();
});

/* ------------------------------------------------------------ the editor of forms */
function layOut(canvas) {
    const lists = () => all("[data-fields]", canvas.closest("form"));
    let dragged = null;
    const form = canvas.closest("form");
    form.addEventListener("dragstart", (event) => {
        dragged = event.target.closest("li[data-name]");
        if (!dragged) return;
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", dragged.dataset.name);
    });
    form.addEventListener("dragover", (event) => {
        const list = event.target.closest("[data-fields]");
        if (!dragged || !list) return;
        event.preventDefault();
        all(".is-target", form).forEach((row) => row.classList.remove("is-target"));
        (event.target.closest("li[data-name]") || list).classList.add("is-target");
    });
    form.addEventListener("dragend", () => {
        all(".is-target", form).forEach((row) => row.classList.remove("is-target"));
        dragged = null;
    });
    form.addEventListener("drop", (event) => {
        const list = event.target.closest("[data-fields]");
        if (!dragged || !list) return;
        event.preventDefault();
        const over = event.target.closest("li[data-name]");
        if (over === dragged) return;
        const rows = all("li", list);
        const behind = over && rows.includes(dragged) && rows.indexOf(dragged) < rows.indexOf(over);
        put(dragged, list, over && (behind ? over.nextElementSibling : over));
    });
    function put(row, list, before) {
        list.insertBefore(row, before || null);
        one("[data-said]").textContent = `${row.dataset.label}: ${headingOf(list)} ${all("li", list).indexOf(row) + 1}/${all("li", list).length}`;
        one("[data-unsaved]").hidden = false;
    }
    function headingOf(list) {
        const section = list.closest("[data-section]");
        const heading = section && one("[data-heading]", section);
        return heading ? heading.value : list.getAttribute("aria-label");
    }
    form.addEventListener("keydown", (event) => {
        const row = event.target.closest("li[data-name]");
        if (!row || !event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
        const list = row.parentElement;
        const every = lists();
        const at = every.indexOf(list);
        if (event.key === "ArrowUp") {
            if (row.previousElementSibling) put(row, list, row.previousElementSibling);
            else if (at > 0) put(row, every[at - 1]);
        } else {
            if (row.nextElementSibling) put(row, list, row.nextElementSibling.nextElementSibling);
            else if (at < every.length - 1) put(row, every[at + 1], every[at + 1].firstElementChild);
        }
        row.focus();
    });
    form.addEventListener("click", (event) => {
        const button = event.target.closest("[data-lay]");
        if (!button) return;
        const section = button.closest("[data-section]");
        const row = button.closest("li[data-name]");
        const palette = one("[data-palette]", form);
        const sections = all("[data-section]", form);
        if (button.dataset.lay === "hide") put(row, palette);
        if (button.dataset.lay === "show") put(row, one("[data-fields]", sections[sections.length - 1]));
        if (button.dataset.lay === "add") {
            const fresh = sections[0].cloneNode(true);
            all("li", fresh).forEach((row_) => row_.remove());
            all("input:not([type=hidden])", fresh).forEach((field) => (field.value = ""));
            all("select", fresh).forEach((field) => (field.selectedIndex = field.name === "columns" ? 1 : 0));
            sections[sections.length - 1].after(fresh);
        }
        if (button.dataset.lay === "up" && section.previousElementSibling) section.previousElementSibling.before(section);
        if (button.dataset.lay === "down" && section.nextElementSibling) section.nextElementSibling.after(section);
        if (button.dataset.lay === "remove" && sections.length > 1) {
            const to = one("[data-fields]", section.previousElementSibling || section.nextElementSibling);
            all("li", section).forEach((row_) => to.append(row_));
            section.remove();
        }
        one("[data-unsaved]").hidden = false;
        // whoever adds a section writes its heading next
        if (button.dataset.lay === "add") one("[data-heading]", all("[data-section]", form).at(-1)).focus();
        else (row || button).focus();
    });
    form.addEventListener("input", () => (one("[data-unsaved]").hidden = false));
}

/* ------------------------------------------------------------ fields that administrators shape */
function moreRows(button) {
    const within = button.closest("[data-condgroup]") || button.closest("fieldset");
    const last = one("[data-rows] tbody", within).lastElementChild;
    const fresh = last.cloneNode(true);
    all("input:not([data-keep])", fresh).forEach((field) => {
        field.value = "";
        field.readOnly = false;
    });
    const value = one("[data-value]", fresh);
    if (value) drawValue(value, "", "");
    last.after(fresh);
    one("input:not([type=hidden]), select", fresh).focus();
}
/* a question of a step: the rows of its choices carry its number */
function moreAsk(button) {
    const last = all("[data-ask]", button.closest("fieldset")).at(-1);
    const fresh = last.cloneNode(true);
    const number = Number(one("[name='ask.row']", last).value) + 1;
    all("[data-rows] tbody tr", fresh).slice(1).forEach((row) => row.remove());
    all("input", fresh).forEach((field) => (field.value = field.dataset.keep === undefined ? "" : number));
    last.after(fresh);
    one("select", fresh).focus();
}
/* a value is put in as its field wants it; where nothing else is wanted, as text */
function drawValue(value, type, field) {
    const seed = field && one(`template[data-inputof="${CSS.escape(type)}"][data-fields~="${CSS.escape(field)}"]`);
    if (!seed && value.type === "text") return value;
    const fresh = (seed || one('template[data-inputof=""]')).content.firstElementChild.cloneNode(true);
    [...value.attributes]
        .filter((one) => !["value", "type", "maxlength"].includes(one.name))
        .forEach((one) => fresh.setAttribute(one.name, one.value));
    value.replaceWith(fresh);
    return fresh;
}
document.addEventListener("change", (event) => {
    const field = event.target;
    if (field.dataset.valuesof !== undefined) {
        const row = field.closest("tr");
        one("[name$='.as']", row).value = "";
        drawValue(one("[data-value]", row), field.dataset.valuesof, field.value);
    }
    if (field.form && field.name) {
        all(`[data-valueby="${CSS.escape(field.name)}"]`, field.form).forEach((value) =>
            drawValue(value, value.dataset.type, field.value),
        );
    }
});
/* conditions that hold together: the rows of a group carry its number */
function moreGroup(button) {
    const conditions = button.closest("[data-conditions]");
    const seed = one("[data-condseed]", conditions);
    const fresh = seed.content.firstElementChild.cloneNode(true);
    const numbers = all("[name$=groupid]", conditions).map((field) => Number(field.value));
    all("[value=new]", fresh).forEach((field) => (field.value = Math.max(0, ...numbers) + 1));
    seed.before(fresh);
    one("select", fresh).focus();
}
function dropGroup(button) {
    const conditions = button.closest("[data-conditions]");
    button.closest("[data-condgroup]").remove();
    one("[data-moregroup]", conditions).focus();
}
document.addEventListener("change", (event) => {
    const address = event.target.dataset.reload;
    if (address) location.href = address + encodeURIComponent(event.target.value);
});
/* Inputs hang on some choices: the server draws the others, and what was typed comes along. Whoever chooses with the keys
   passes many choices on the way: it is the last one, when they press Enter or go on, that counts. */
let byKeys = false;
let passing = null;
function redraw(choice, next) {
    passing = null;
    const button = document.getElementById(choice.dataset.redraws);
    button.value = `chosen:${(next || choice).name}`;
    button.click();
}
document.addEventListener("pointerdown", () => (byKeys = false), true);
document.addEventListener("focusin", () => (byKeys = false));
document.addEventListener("keydown", (event) => {
    byKeys = true;
    if (event.key === "Enter" && passing && passing === event.target) {
        event.preventDefault();
        redraw(passing);
    }
});
document.addEventListener("change", (event) => {
    const choice = event.target;
    if (choice.dataset.redraws && byKeys) passing = choice;
    else if (choice.dataset.redraws) redraw(choice);
    if (choice.form) showBeside(choice.form);
});
document.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    // a press of a button sends the form itself
    if (passing && passing === event.target && !next?.matches("[type=submit]")) redraw(passing, next?.name && next);
});
/* an argument that counts beside some values of another one is there beside these only */
function showBeside(form) {
    all("[data-beside]", form).forEach((field) => {
        const other = one(`[name="${CSS.escape(field.dataset.beside)}"]`, form);
        field.hidden = !(field.dataset.among || "").split(" ").includes(other.value || "-");
    });
}
function goOnAt(form) {
    const field = form.dataset.at && one(`[name="${CSS.escape(form.dataset.at)}"]`, form);
    if (field) field.focus();
}
/* a step goes up or down with the keys, too */
document.addEventListener("keydown", (event) => {
    const step = event.altKey && event.target.closest?.("[data-step]");
    const button = step && one(`[data-shift="${event.key}"]`, step);
    if (button) {
        event.preventDefault();
        button.click();
    }
});
/* a merge field goes where the cursor was last */
let mergeInto = null;
document.addEventListener("focusin", (event) => {
    if (event.target.dataset.mergeinto !== undefined) mergeInto = event.target;
});
function merge(button) {
    let field = mergeInto && mergeInto.offsetParent ? mergeInto : all("textarea[data-mergeinto]").find((one) => one.offsetParent);
    if (!field) return;
    // a field of the record goes where something was to be chosen, too
    if (field.matches("select, [type=date]")) field = drawValue(field, "", "");
    field.setRangeText(button.dataset.merge, field.selectionStart, field.selectionEnd, "end");
    field.focus();
}
function moveField(name, before) {
    const form = document.getElementById("order");
    form.elements.moved.value = name;
    form.elements.before.value = before;
    one("[type=submit]", form).click();
}
function narrow(field) {
    const wanted = field.value.trim().toLocaleLowerCase();
    all(field.dataset.narrow).forEach((row) => (row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted)));
}
function orderByDragging(list) {
    let dragged = null;
    list.addEventListener("dragstart", (event) => {
        dragged = event.target.closest("li[data-name]");
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", dragged.dataset.name);
    });
    list.addEventListener("dragover", (event) => {
        const over = event.target.closest("li[draggable=true]");
        all("li", list).forEach((row) => row.classList.toggle("is-target", row === over && row !== dragged));
        if (dragged && over) event.preventDefault();
    });
    list.addEventListener("dragend", () => all("li", list).forEach((row) => row.classList.remove("is-target")));
    list.addEventListener("drop", (event) => {
        const over = event.target.closest("li[draggable=true]");
        if (!dragged || !over || over === dragged) return;
        event.preventDefault();
        const rows = all("li[draggable=true]", list);
        // dropped from above a field lands behind it, from below before it
        const behind = rows.indexOf(dragged) < rows.indexOf(over);
        const next = rows[rows.indexOf(over) + 1];
        moveField(dragged.dataset.name, behind ? (next ? next.dataset.name : "") : over.dataset.name);
    });
}
document.addEventListener("input", (event) => event.target.matches("[data-narrow]") && narrow(event.target));
document.addEventListener("keydown", (event) => {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown") && one(".qh-studio")) {
        const button = one(`[aria-keyshortcuts="Alt+${event.key}"]`);
        if (button && !button.disabled) {
            event.preventDefault();
            button.click();
        }
    }
});

/* ------------------------------------------------------------ a click on a number prepares the composer */
function contact(link) {
    const href = link.getAttribute("href") || "";
    const way = href.startsWith("tel:")
        ? ["call", "phone"]
        : href.startsWith("mailto:")
          ? ["message", "email"]
          : href.startsWith("https://zalo.me/")
            ? ["message", "zalo"]
            : null;
    const page = one("[data-activity]");
    if (!way || !page || !page.dataset.activity.includes("type=customers")) return;
    const composer = one("[data-composer]");
    if (composer) {
        compose(composer, way[0], way[1], link.textContent.trim());
    } else {
        const url = `${page.dataset.activity}&compose=${way[0]}&channel=${way[1]}`;
        setTimeout(() => (location.href = url), 300);
    }
}
function compose(composer, kind, channel) {
    one(`input[name=kind][value=${kind}]`, composer).checked = true;
    const select = one("select[id$=channel]", composer);
    if (all("option", select).some((option) => option.value === channel)) select.value = channel;
    showFor(composer);
    setTimeout(() => one("textarea", composer).focus(), 50);
}
function showFor(composer) {
    const kind = one("input[name=kind]:checked", composer)?.value;
    all("[data-for]", composer).forEach((field) => {
        field.hidden = !field.dataset.for.split(" ").includes(kind);
        all("input, select", field).forEach((input) => (input.disabled = field.hidden));
    });
}

/* ------------------------------------------------------------ what was typed is kept */
const DRAFT = "crm-draft";

/* A form that is sent, or left for another language, is kept until the next page shows that it arrived. */
function keepDraft(form, sent) {
    sessionStorage.setItem(DRAFT, JSON.stringify({ at: here(), form: form.id, sent, fields: values(form) }));
}
function watchForm(form) {
    let dirty = false;
    form.addEventListener("input", () => (dirty = true));
    form.addEventListener("submit", () => {
        keepDraft(form, true);
        dirty = false;
    });
    all("[data-leave]", form).forEach((link) => link.addEventListener("click", () => (dirty = false)));
    window.addEventListener("beforeunload", (event) => {
        if (dirty && form.matches(".qh-editform")) event.preventDefault();
    });
    all("[data-keep]").forEach((chooser) =>
        chooser.addEventListener("submit", () => {
            if (dirty) keepDraft(form, false);
            dirty = false;
        }),
    );
}
function takeDraft() {
    const draft = JSON.parse(sessionStorage.getItem(DRAFT) || "null");
    if (!draft || document.getElementById("signin")) return;
    sessionStorage.removeItem(DRAFT);
    const form = document.getElementById(draft.form);
    /* what was sent did not arrive if the sign-in page came in between */
    const lost = !draft.sent || document.referrer.includes("/signin.xhtml");
    if (form && lost && draft.at === here()) {
        refill(form, draft.fields);
        form.dispatchEvent(new Event("input"));
    }
}
function toSignIn() {
    all("form[data-draft]").forEach((form) => keepDraft(form, true));
    location.href = `signin.xhtml?next=${encodeURIComponent("/" + here())}`;
}
function values(form) {
    return [...new FormData(form)].filter(([name]) => !name.includes("ViewState") && !name.includes("ClientWindow"));
}
function refill(form, fields) {
    const counts = new Map();
    fields.forEach(([name]) => counts.set(name, (counts.get(name) || 0) + 1));
    all("[data-points]", form).forEach((list) => {
        const wanted = counts.get(`${list.dataset.points}.key`) || 1;
        while (all("[data-point]", list).length < wanted) morePoints(one("[data-more]", list));
    });
    const used = new Map();
    fields.forEach(([name, value]) => {
        const same = all(`[name="${CSS.escape(name)}"]`, form);
        const index = used.get(name) || 0;
        used.set(name, index + 1);
        const choice = same.find((field) => ["radio", "checkbox"].includes(field.type) && field.value === value);
        if (choice) choice.checked = true;
        else if (same[index] && typeof value === "string") same[index].value = value;
    });
}

/* ------------------------------------------------------------ toasts: ten seconds, longer under the pointer */
function toast(element) {
    const undo = one("form", element);
    const clock = one("small", element);
    let left = undo ? 10 : 5;
    let still = false;
    const stop = () => (still = true);
    const on = () => (still = false);
    element.addEventListener("mouseenter", stop);
    element.addEventListener("mouseleave", on);
    element.addEventListener("focusin", stop);
    element.addEventListener("focusout", on);
    const say = () => undo && (clock.textContent = one("#toasts").dataset.seconds.replace("#", left));
    say();
    const tick = setInterval(() => {
        if (still) return;
        left -= 1;
        say();
        if (left <= 0) {
            clearInterval(tick);
            element.remove();
        }
    }, 1000);
}

/* ------------------------------------------------------------ the search dialog */
const search = {
    hits: [],
    at: -1,
    type: "",
    timer: 0,
    wait: null,
    look: null,
    seen: null,
};
const box = () => document.getElementById("search-box");
const dialog = () => document.getElementById("search");

function openSearch() {
    if (!dialog() || dialog().open) return;
    all(":popover-open").forEach((menu) => menu.hidePopover());
    dialog().showModal();
    box().select();
    if (!box().value) ask();
}
/* the page with everything that is found */
function allHref() {
    const query = new URLSearchParams({ q: box().value.trim() });
    if (search.type) query.set("type", search.type);
    return `search.xhtml?${query}`;
}
function linkAll() {
    const link = one(".qh-search-all");
    link.hidden = !box().value.trim();
    link.href = allHref();
}
function say(what, code, why) {
    const list = document.getElementById("search-hits");
    const texts = dialog().dataset;
    search.hits = [];
    search.at = -1;
    search.seen = null;
    one(".qh-pane").replaceChildren();
    const state = make("div", "qh-state");
    if (what === "start") state.append(make("p", "", texts.start));
    if (what === "none") state.append(make("h2", "", texts.none), make("p", "", texts.nonetext));
    if (what === "failed") {
        const again = make("button", "qh-btn", texts.retry);
        again.type = "button";
        again.addEventListener("click", () => ask());
        if (why) state.append(make("h2", "", why));
        else state.append(make("h2", "", texts.failed), again);
        if (code) state.append(make("span", "qh-code", code));
    }
    list.replaceChildren(state);
    if (what !== "failed") one(".qh-search-said").textContent = "";
    box().removeAttribute("aria-activedescendant");
}
async function ask() {
    const text = box().value.trim();
    search.wait?.abort();
    linkAll();
    if (!text) {
        search.type = "";
        one(".qh-search-tabs").replaceChildren();
        meant({});
        say("start");
    }
    search.wait = new AbortController();
    const began = performance.now();
    const query = new URLSearchParams({ q: text });
    if (search.type) query.set("type", search.type);
    const slow = setTimeout(() => dialog().classList.add("is-slow"), 300);
    try {
        const answer = await fetch(`ui/search?${query}`, { signal: search.wait.signal });
        if (answer.status === 401) {
            toSignIn();
            return;
        }
        const found = await answer.json();
        if (answer.ok && found.groups) offer(found.groups);
        else if (answer.ok) show(found, (performance.now() - began) / 1000);
        else say("failed", found.code, answer.status === 400 ? found.error : "");
    } catch (failed) {
        if (failed.name !== "AbortError") say("failed");
    } finally {
        clearTimeout(slow);
        dialog().classList.remove("is-slow");
    }
}
/* nothing is typed: what was opened before */
function offer(groups) {
    if (!groups.length) return;
    const list = document.getElementById("search-hits");
    list.replaceChildren();
    search.hits = [];
    search.at = -1;
    groups.forEach((group) => {
        const head = make("div", "qh-hits-head");
        head.append(make("span", "", group.label));
        list.append(head);
        group.hits.forEach((hit) => list.append(option(hit, { icon: hit.icon })));
    });
}
/* says that other spellings were looked for, and offers the one that was found */
function meant(found) {
    const line = one(".qh-meant");
    line.hidden = !found.meantNote;
    line.replaceChildren();
    if (!found.meantNote) return;
    line.append(found.meantNote);
    if (!found.meant) return;
    const button = make("button", "", found.meant);
    button.type = "button";
    button.addEventListener("click", () => {
        box().value = found.meant;
        box().focus();
        ask();
    });
    line.append(" ", button);
}
function here() {
    return location.pathname.split("/").pop() + location.search;
}
function show(found, seconds) {
    const texts = dialog().dataset;
    const time = new Intl.NumberFormat(texts.lang, { maximumFractionDigits: 2, minimumFractionDigits: 2 }).format(seconds);
    one(".qh-search-said").textContent = texts.found.replace("#n", found.total).replace("#t", time);
    const behind = one(".qh-search-behind");
    behind.hidden = !found.behind;
    behind.textContent = found.behind ?? "";
    tabs(found);
    meant(found);
    linkAll();
    all(".qh-search-tabs button").forEach((tab) =>
        tab.setAttribute("aria-pressed", String(tab.dataset.type === search.type)),
    );
    if (!found.hits.length) {
        say("none");
        return;
    }
    const list = document.getElementById("search-hits");
    list.replaceChildren();
    search.hits = [];
    const groups = found.types.filter((type) => found.hits.some((hit) => hit.type === type.type));
    groups.forEach((type) => {
        const head = make("div", "qh-hits-head");
        head.append(make("span", "", type.label));
        if (!search.type) {
            const link = make("a", "", `${texts.seeall} ${type.count}`);
            link.href = `search.xhtml?${new URLSearchParams({ q: box().value.trim(), type: type.type })}`;
            head.append(link);
        }
        list.append(head);
        found.hits.filter((hit) => hit.type === type.type).forEach((hit) => list.append(option(hit, type)));
    });
    // nothing is chosen yet: Enter leads to everything that is found, the first arrow to the first hit
    search.at = -1;
    glance(search.hits[0].hit);
}
function tabs(found) {
    const bar = one(".qh-search-tabs");
    const button = (type, label, count) => {
        const tab = make("button", "", `${label} ${count}`);
        tab.type = "button";
        tab.dataset.type = type;
        tab.addEventListener("click", () => {
            search.type = type;
            box().focus();
            ask();
        });
        return tab;
    };
    bar.replaceChildren(
        button("", dialog().dataset.all, found.all),
        ...found.types.map((type) => button(type.type, type.label, type.count)),
    );
}
function option(hit, type) {
    const link = make("a", "qh-hit");
    link.href = hit.href;
    link.id = `hit-${hit.type}-${hit.id}`;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.tabIndex = -1;
    const person = hit.type === "customers" || hit.type === "users";
    const avatar = make("span", `qh-avatar ${person ? hit.colour : ""}`, person ? hit.initials : "");
    avatar.setAttribute("aria-hidden", "true");
    if (!person) avatar.append(make("i", `pi ${type.icon}`));
    const text = make("div", "qh-hit-text");
    const marked = (field) => hit.marks.find((mark) => mark.field === field);
    const title = make("div", "qh-cut");
    title.append(...pieces(hit.title, marked("title")));
    title.title = hit.title;
    const sub = make("div", "qh-cut qh-hit-sub");
    const others = hit.marks.filter((mark) => mark.field !== "title" && mark.at.length && mark.text !== hit.title);
    const within = others.find((mark) => hit.subtitle.includes(mark.text));
    const beside = others.filter((mark) => !hit.subtitle.includes(mark.text)).slice(0, 2);
    beside.forEach((mark, i) => sub.append(i ? " · " : "", ...pieces(mark.text, mark)));
    if (beside.length && hit.subtitle) sub.append(" · ");
    if (within) {
        const at = hit.subtitle.indexOf(within.text);
        sub.append(hit.subtitle.slice(0, at), ...pieces(within.text, within), hit.subtitle.slice(at + within.text.length));
    } else {
        sub.append(hit.subtitle);
    }
    sub.title = sub.textContent;
    text.append(title, sub);
    link.append(avatar, text);
    link.addEventListener("mousemove", () => choose(search.hits.findIndex((h) => h.link === link)));
    search.hits.push({ hit, link });
    return link;
}
/* marks come from the server as ranges; texts are set, never parsed */
function pieces(text, mark) {
    if (!mark || mark.text !== text) return mark ? pieces(mark.text, mark) : [text];
    const parts = [];
    let from = 0;
    for (let i = 0; i + 1 < mark.at.length; i += 2) {
        parts.push(text.slice(from, mark.at[i]), make("mark", "", text.slice(mark.at[i], mark.at[i + 1])));
        from = mark.at[i + 1];
    }
    parts.push(text.slice(from));
    return parts;
}
function choose(index) {
    if (index < 0 || index >= search.hits.length || (index === search.at && search.hits[index].link.getAttribute("aria-selected") === "true")) return;
    search.hits.forEach(({ link }) => link.setAttribute("aria-selected", "false"));
    search.at = index;
    const { link, hit } = search.hits[index];
    link.setAttribute("aria-selected", "true");
    link.scrollIntoView({ block: "nearest" });
    box().setAttribute("aria-activedescendant", link.id);
    glance(hit);
}
/* shows the record beside the hits, if there is room */
function glance(hit) {
    search.seen = hit;
    clearTimeout(search.look);
    if (one(".qh-pane").offsetParent) search.look = setTimeout(() => preview(hit), 120);
}
function unchoose() {
    search.hits.forEach(({ link }) => link.setAttribute("aria-selected", "false"));
    search.at = -1;
    box().removeAttribute("aria-activedescendant");
}
async function preview(hit) {
    const pane = one(".qh-pane");
    try {
        const answer = await fetch(`ui/preview?type=${encodeURIComponent(hit.type)}&id=${hit.id}`);
        if (!answer.ok || search.seen !== hit) return;
        pane.replaceChildren(...pane_(await answer.json(), hit));
    } catch {
        pane.replaceChildren();
    }
}
function pane_(record, hit) {
    const texts = dialog().dataset;
    const head = make("div", "qh-pane-head");
    head.append(
        make("span", `qh-avatar is-lg ${hit.colour}`, hit.initials),
        make("b", "", record.addressed || hit.title),
    );
    const list = make("dl", "qh-dl");
    record.lines.forEach((line) => {
        const value = make("dd");
        value.append(line.text);
        list.append(make("dt", "", line.label), value);
    });
    const parts = [head, list];
    if (record.bars) {
        const strip = draw("svg", {
            class: record.look,
            viewBox: record.viewBox,
            role: "img",
            "aria-label": record.rhythm,
        });
        strip.append(draw("path", { d: record.bars }), draw("path", { d: record.dots, class: "d" }));
        const value = make("dd");
        value.append(strip);
        list.append(make("dt", "", record.rhythmLabel), value);
    }
    if (record.last) {
        const value = make("dd");
        value.append(make("span", "qh-when", record.last.when), record.last.text);
        list.append(make("dt", "", record.last.label), value);
    }
    if (record.followed) {
        const next = make("p");
        if (record.next) next.append(make("span", record.next.look, record.next.when), record.next.text);
        else next.append(make("span", "qh-quiet", texts.nonext));
        parts.push(make("hr"), make("p", "qh-quiet", texts.next), next);
        if (record.open?.length) {
            const open = make("ul", "qh-mini");
            record.open.forEach((step) => {
                const line = make("li");
                const words = make("span");
                words.append(make("span", step.look, step.when), step.text);
                line.append(words);
                open.append(line);
            });
            parts.push(make("hr"), make("p", "qh-quiet", texts.openitems), open);
        }
    }
    const actions = make("div", "qh-row");
    const open = make("a", "qh-btn is-primary");
    open.href = hit.href;
    open.append(make("i", "pi pi-arrow-right"), texts.open);
    actions.append(open);
    [
        ["tel:", "pi-phone", texts.call],
        ["mailto:", "pi-envelope", texts.mail],
    ].forEach(([scheme, icon, label]) => {
        const line = record.lines.find((l) => l.href.startsWith(scheme));
        if (line) {
            const link = make("a", "qh-btn is-icon");
            link.href = line.href;
            link.title = label;
            link.setAttribute("aria-label", label);
            link.append(make("i", `pi ${icon}`));
            actions.append(link);
        }
    });
    parts.push(make("hr"), actions);
    return parts;
}
function startSearch() {
    if (!box()) return;
    box().addEventListener("input", () => {
        search.type = "";
        unchoose();
        clearTimeout(search.timer);
        search.timer = setTimeout(ask, 120);
    });
    box().addEventListener("keydown", (event) => {
        if (event.isComposing) return;
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            if (event.key === "ArrowUp" && search.at === 0) unchoose();
            else choose(search.at + (event.key === "ArrowDown" ? 1 : -1));
        } else if (event.key === "Enter" && search.hits[search.at]) {
            event.preventDefault();
            const { link } = search.hits[search.at];
            if (event.ctrlKey || event.metaKey) window.open(link.href, "_blank");
            else location.href = link.href;
        } else if (event.key === "Enter" && box().value.trim()) {
            // faster than the answer, or nothing of it is chosen
            event.preventDefault();
            location.href = allHref();
        } else if (event.key === "Tab" && all(".qh-search-tabs button").length > 1) {
            event.preventDefault();
            const list = all(".qh-search-tabs button");
            const now = list.findIndex((tab) => tab.getAttribute("aria-pressed") === "true");
            list[(now + (event.shiftKey ? -1 : 1) + list.length) % list.length].click();
        } else if (event.key === "Escape" && box().value) {
            event.preventDefault();
            box().value = "";
            search.type = "";
            ask();
        }
    });
    dialog().addEventListener("click", (event) => {
        if (event.target === dialog()) dialog().close();
    });
}

/* ------------------------------------------------------------ files dropped on the wizard, network, start */
function dropArea(area) {
    const field = one("input[type=file]", area);
    const name = () => {
        if (field.files.length > 0) one("output", area).textContent = field.files[0].name;
    };
    ["dragover", "dragenter"].forEach((name) =>
        area.addEventListener(name, (event) => {
            event.preventDefault();
            area.classList.add("is-over");
        }),
    );
    ["dragleave", "drop"].forEach((name) => area.addEventListener(name, () => area.classList.remove("is-over")));
    area.addEventListener("drop", (event) => {
        event.preventDefault();
        field.files = event.dataTransfer.files;
        name();
    });
    field.addEventListener("change", name);
    name();
}
function online() {
    const bar = document.getElementById("offline");
    if (bar) bar.hidden = navigator.onLine;
}

document.addEventListener("DOMContentLoaded", () => {
    startSearch();
    loadFacets();
    rememberList();
    showBulk();
    all("[data-toast]").forEach(toast);
    all("[data-drop-file]").forEach(dropArea);
    all("[data-order]").forEach(orderByDragging);
    all("[data-canvas]").forEach(layOut);
    all("[data-formtabs]").forEach(formTabs);
    all("form[data-draft]").forEach(watchForm);
    all("form[data-at]").forEach(goOnAt);
    takeDraft();
    window.jQuery?.(document).on("pfAjaxError", (_, xhr) => xhr?.status === 401 && toSignIn());
    all("[data-composer]").forEach((composer) => {
        showFor(composer);
        composer.addEventListener("change", () => showFor(composer));
        if (new URLSearchParams(location.search).has("compose")) one("textarea", composer).focus();
    });
    const off = document.getElementById("keys-off");
    if (off) off.checked = Boolean(localStorage.getItem("crm-keys-off"));
    const wrong = one(".is-wrong :is(input, select, textarea), .is-wrong.qh-input");
    if (wrong) {
        wrong.focus();
        // why it is wrong stands below, and is to be seen with it
        wrong.closest(".is-wrong").scrollIntoView({ block: "nearest" });
    }
    window.addEventListener("online", online);
    window.addEventListener("offline", online);
    online();
});
