"use strict";
// Says aloud what a field in a table of rows, or a box that Select2 drew, is called.
{
    const named = (field) => field.labels && field.labels.length || field.getAttribute("aria-label");

    const nameCells = (root) => {
        for (const field of root.querySelectorAll(".tabular td :is(input, select, textarea)")) {
            const cell = field.closest("td"), table = field.closest("table");
            const head = table && table.tHead && table.tHead.rows[0].cells[cell.cellIndex];
            if (head && field.type !== "hidden" && !named(field)) {
                field.setAttribute("aria-label", head.textContent.trim());
            }
        }
    };

    const nameBoxes = (root) => {
        for (const box of root.querySelectorAll(".select2-container")) {
            const select = box.previousElementSibling;
            const label = select && select.labels && select.labels[0];
            const name = label ? label.textContent.trim() : select && select.getAttribute("aria-label");
            for (const part of name ? box.querySelectorAll("[role=combobox], [role=textbox]") : []) {
                part.setAttribute("aria-label", name.replace(/[:：]$/, ""));
                part.removeAttribute("aria-labelledby");
            }
        }
    };

    const nameAll = () => {
        nameCells(document);
        nameBoxes(document);
    };

    // Select2 draws its boxes when it pleases, and again for each row that is added.
    nameAll();
    new MutationObserver((changes) => {
        if (changes.some((change) => change.addedNodes.length)) {
            nameAll();
        }
    }).observe(document.body, { childList: true, subtree: true });
}
