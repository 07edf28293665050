/* The board: cards are dragged by mouse or moved by keyboard; both fill the form that the menu sends too. */
"use strict";

(() => {
    const board = document.getElementById("board");
    const dialog = document.getElementById("move");
    if (!board || !dialog) return;
    const form = dialog.querySelector("form");
    const said = document.getElementById("board-said");
    const columns = [...board.querySelectorAll("[data-stage]")];
    const movable = (card) => card && card.getAttribute("draggable") === "true";
    const stageOf = (card) => card.closest("[data-stage]");
    const tell = (text, ...words) => {
        said.textContent = words.reduce((told, word, i) => told.replace(`{${i}}`, word), text);
    };

    const fill = (card) => {
        form.elements.id.value = card.dataset.card;
        form.elements.version.value = card.dataset.version;
        dialog.querySelector("[data-movetitle]").textContent = card.dataset.title;
    };
    /* the page that comes back puts the cursor on the card that was moved */
    const remember = () => sessionStorage.setItem("crm-board-card", form.elements.id.value);
    form.addEventListener("submit", remember);
    const send = (card, column) => {
        if (column === stageOf(card)) return;
        fill(card);
        form.querySelector(`[name=stage][value="${column.dataset.stage}"]`).click();
    };
    const menu = (card) => {
        fill(card);
        dialog.querySelectorAll("[name=stage]").forEach((button) => {
            button.disabled = button.value === stageOf(card).dataset.stage;
        });
        dialog.showModal();
        dialog.querySelector("[name=stage]:not(:disabled)")?.focus();
        dialog.addEventListener("close", () => card.focus(), { once: true });
    };
    dialog.addEventListener("close", () => dialog.querySelectorAll("[name=stage]").forEach((b) => (b.disabled = false)));

    board.addEventListener("click", (event) => {
        const button = event.target.closest("[data-moveto]");
        if (button) menu(button.closest("[data-card]"));
    });

    /* mouse */
    let dragged = null;
    const over = (column) => columns.forEach((one) => one.classList.toggle("is-over", one === column));
    board.addEventListener("dragstart", (event) => {
        const card = event.target.closest?.("[data-card]");
        if (!movable(card)) return;
        dragged = card;
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", card.dataset.card);
        card.classList.add("is-dragged");
    });
    board.addEventListener("dragover", (event) => {
        const column = event.target.closest("[data-stage]");
        if (!dragged || !column) return;
        event.preventDefault();
        over(column);
    });
    board.addEventListener("drop", (event) => {
        const column = event.target.closest("[data-stage]");
        if (!dragged || !column) return;
        event.preventDefault();
        send(dragged, column);
    });
    board.addEventListener("dragend", () => {
        dragged?.classList.remove("is-dragged");
        dragged = null;
        over(null);
    });

    /* keyboard: space takes a card up, arrows choose the stage, space or enter lets it down, escape puts it back */
    let held = null;
    let target = 0;
    const letGo = () => {
        held?.classList.remove("is-dragged");
        held = null;
        over(null);
    };
    board.addEventListener("keydown", (event) => {
        const card = event.target.closest("[data-card]");
        if (!card || event.target !== card || event.isComposing) return;
        if (held) {
            event.stopPropagation();
            if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
                event.preventDefault();
                target = Math.max(0, Math.min(columns.length - 1, target + (event.key === "ArrowRight" ? 1 : -1)));
                over(columns[target]);
                columns[target].scrollIntoView({ block: "nearest", inline: "nearest" });
                tell(said.dataset.over, columns[target].dataset.stagename);
            } else if (event.key === " " || event.key === "Enter") {
                event.preventDefault();
                const moved = held;
                letGo();
                send(moved, columns[target]);
            } else if (event.key === "Escape") {
                event.preventDefault();
                letGo();
                tell(said.dataset.let, card.dataset.title);
            }
        } else if (event.key === " " && movable(card)) {
            event.preventDefault();
            event.stopPropagation();
            held = card;
            target = columns.indexOf(stageOf(card));
            card.classList.add("is-dragged");
            over(columns[target]);
            tell(said.dataset.held, card.dataset.title);
        } else if (event.key.toLowerCase() === "m" && movable(card) && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            event.stopPropagation();
            menu(card);
        } else if (event.key === "Enter") {
            event.preventDefault();
            card.querySelector(".qh-dealname").click();
        }
    });
    board.addEventListener("focusout", (event) => {
        if (held && event.target === held) letGo();
    });

    document.querySelectorAll("[data-autosubmit]").forEach((filters) =>
        filters.addEventListener("change", () => filters.requestSubmit()),
    );
    const last = sessionStorage.getItem("crm-board-card");
    if (last) {
        sessionStorage.removeItem("crm-board-card");
        const card = board.querySelector(`[data-card="${Number(last)}"]`);
        card?.focus();
        card?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
})();
