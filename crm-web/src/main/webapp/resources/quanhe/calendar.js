/* The calendar: appointments are drawn, moved and made longer by the pointer; the dialogs send the same by keyboard. */
"use strict";

(() => {
    const plan = document.getElementById("plan");
    const move = document.getElementById("move");
    const calendar = document.getElementById("calendar");
    if (!plan || !move) return;
    const planForm = plan.querySelector("form");
    const moveForm = move.querySelector("form");
    const two = (number) => String(number).padStart(2, "0");
    const clock = (minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
    const minutesOf = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
    const STEP = 15;
    const step = (minutes) => Math.round(minutes / STEP) * STEP;

    /* whether people work then, while the time is chosen */
    const ask = async (form) => {
        const note = form.querySelector("[data-freenote]");
        const at = `${form.elements.date.value}T${form.elements.time.value}`;
        if (at.length < 16) return;
        const answer = await fetch(`ui/proposal?at=${encodeURIComponent(at)}`).then((r) => (r.ok ? r.json() : { works: true }));
        if (at !== `${form.elements.date.value}T${form.elements.time.value}`) return;
        note.hidden = answer.works;
        if (answer.works) return;
        note.querySelector("[data-why]").textContent = answer.why;
        const propose = note.querySelector("[data-propose]");
        propose.textContent = answer.words;
        propose.onclick = () => {
            form.elements.date.value = answer.date;
            form.elements.time.value = answer.time;
            note.hidden = true;
            form.elements.time.focus();
        };
    };
    document.querySelectorAll("[data-planform]").forEach((form) =>
        form.addEventListener("change", (event) => {
            if (["date", "time"].includes(event.target.name)) ask(form);
            if (event.target.name === "repeat")
                form.querySelector("[data-repeating]").hidden = event.target.value === "none";
        }),
    );

    const openPlan = (date, time, minutes) => {
        planForm.reset();
        planForm.querySelector("[data-freenote]").hidden = true;
        planForm.querySelector("[data-repeating]").hidden = true;
        planForm.elements.once.value = crypto.randomUUID ? crypto.randomUUID() : String(Math.random()).slice(2);
        planForm.elements.customerId.value = "";
        planForm.elements.date.value = date;
        planForm.elements.time.value = time;
        planForm.elements.minutes.value = minutes;
        plan.showModal();
        planForm.elements.subject.focus();
        ask(planForm);
    };
    const openMove = (item) => {
        fill(item);
        moveForm.querySelector("[data-freenote]").hidden = true;
        move.showModal();
        moveForm.elements.date.focus();
        move.addEventListener("close", () => (item.tabIndex >= 0 ? item : item.querySelector("[data-moveappt]"))?.focus(), { once: true });
    };
    const fill = (item) => {
        moveForm.elements.id.value = item.dataset.appt;
        moveForm.elements.version.value = item.dataset.version;
        moveForm.elements.title.value = item.dataset.title;
        moveForm.elements.date.value = item.dataset.date;
        moveForm.elements.time.value = item.dataset.clock.slice(0, 5);
        moveForm.elements.minutes.value = item.dataset.minutes;
        moveForm.querySelector("[data-series]").hidden = item.dataset.repeats !== "true";
        moveForm.querySelector("[data-movetitle]").textContent = item.dataset.title;
    };
    document.querySelectorAll("[data-plan]").forEach((button) =>
        button.addEventListener("click", () => {
            const day = calendar.querySelector(".is-today[data-day]") || calendar.querySelector("[data-day]");
            openPlan(day?.dataset.day || calendar.dataset.today, calendar.dataset.soon, 30);
        }),
    );
    document.addEventListener("click", (event) => {
        const button = event.target.closest("[data-moveappt]");
        if (button) openMove(button.closest("[data-appt]"));
    });

    /* who is meant: names while one types */
    const names = document.getElementById("plan-names");
    let asked = 0;
    planForm.elements.customer.addEventListener("input", async () => {
        const words = planForm.elements.customer.value.trim();
        const known = [...names.options].find((option) => option.value === words);
        planForm.elements.customerId.value = known ? known.dataset.id : "";
        if (known || words.length < 2) return;
        const number = ++asked;
        const answer = await fetch(`ui/proposal?q=${encodeURIComponent(words)}`).then((r) => (r.ok ? r.json() : { names: [] }));
        if (number !== asked) return;
        names.replaceChildren(
            ...answer.names.map((one) => {
                const option = document.createElement("option");
                option.value = one.name;
                option.dataset.id = one.id;
                return option;
            }),
        );
    });
    if (!calendar) return;

    /* pointer */
    const first = Number(calendar.dataset.first) * 60;
    const unit = (day) => day.getBoundingClientRect().height / Number(getComputedStyle(day).getPropertyValue("--qh-day"));
    const minuteAt = (day, y) => first + (y - day.getBoundingClientRect().top) / unit(day);
    const dayAt = (x, y) => document.elementsFromPoint(x, y).map((e) => e.closest?.("[data-day]")).find(Boolean);
    let held = null;
    const send = (item, day, at, minutes) => {
        fill(item);
        moveForm.elements.date.value = day;
        moveForm.elements.time.value = clock(at);
        if (minutes) moveForm.elements.minutes.value = minutes;
        if (item.dataset.repeats === "true") {
            /* one of a series: the person says whether the others follow */
            moveForm.querySelector("[data-series]").hidden = false;
            move.showModal();
            ask(moveForm);
        } else {
            moveForm.requestSubmit();
        }
    };
    calendar.addEventListener("pointerdown", (event) => {
        const item = event.target.closest("[data-appt][data-movable]");
        if (!item || event.button !== 0 || event.target.closest("button") || !item.closest("[data-day]")) return;
        held = {
            item,
            x: event.clientX,
            y: event.clientY,
            grip: Boolean(event.target.closest("[data-grip]")),
            moved: false,
            at: minutesOf(item.dataset.clock),
        };
        /* a link would be dragged by the browser itself */
        event.preventDefault();
        item.focus?.();
    });
    addEventListener("pointermove", (event) => {
        if (!held) return;
        const { item } = held;
        if (!held.moved && Math.abs(event.clientX - held.x) + Math.abs(event.clientY - held.y) < 5) return;
        held.moved = true;
        item.classList.add("is-dragged");
        const day = item.closest(".qh-cal-day");
        if (held.grip && day) {
            held.minutes = Math.max(STEP, step((Number(item.dataset.minutes) || 30) + (event.clientY - held.y) / unit(day)));
            item.style.setProperty("--qh-len", held.minutes);
        } else {
            item.style.translate = `${event.clientX - held.x}px ${event.clientY - held.y}px`;
        }
    });
    addEventListener("pointerup", (event) => {
        if (!held) return;
        const { item, moved, grip, at, minutes, y } = held;
        held = null;
        item.classList.remove("is-dragged");
        item.style.translate = "";
        if (!moved) return;
        /* the click that follows is no wish to open it */
        const swallow = (click) => {
            click.preventDefault();
            click.stopPropagation();
        };
        addEventListener("click", swallow, { capture: true });
        setTimeout(() => removeEventListener("click", swallow, { capture: true }), 0);
        if (grip) {
            send(item, item.dataset.date, at, minutes);
            return;
        }
        const day = dayAt(event.clientX, event.clientY);
        if (!day) return;
        const timed = day.classList.contains("qh-cal-day");
        const then = timed ? Math.max(0, Math.min(24 * 60 - STEP, step(at + (event.clientY - y) / unit(day)))) : at;
        if (day.dataset.day !== item.dataset.date || then !== at) send(item, day.dataset.day, then, "");
    });
    addEventListener("pointercancel", () => {
        held?.item.classList.remove("is-dragged");
        if (held) held.item.style.translate = "";
        held = null;
    });

    /* an empty place, and the keys */
    calendar.addEventListener("click", (event) => {
        const item = event.target.closest("[data-appt]");
        if (item || event.target.closest("a, button")) return;
        const day = event.target.closest("[data-day]");
        if (!day) return;
        const timed = day.classList.contains("qh-cal-day");
        openPlan(day.dataset.day, timed ? clock(Math.floor(minuteAt(day, event.clientY) / 30) * 30) : "09:00", 30);
    });
    calendar.addEventListener("dblclick", (event) => event.target.closest("article[data-appt]")?.querySelector("a").click());
    calendar.addEventListener("keydown", (event) => {
        const item = event.target.closest("[data-appt]");
        if (!item || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key.toLowerCase() === "m" && item.dataset.movable) {
            event.preventDefault();
            event.stopPropagation();
            openMove(item);
        } else if (event.key === "Enter" && event.target === item && item.matches("article")) {
            event.preventDefault();
            item.querySelector("a").click();
        }
    });
    document.querySelectorAll("form[data-autosubmit]").forEach((filters) =>
        filters.addEventListener("change", () => filters.requestSubmit()),
    );
    const begin = calendar.querySelector(".qh-cal-now") || calendar.querySelector("article[data-appt]");
    if (begin && calendar.scrollHeight > calendar.clientHeight) begin.scrollIntoView({ block: "center" });
})();
